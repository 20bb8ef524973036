"""Where places in the north lie. Made by docs/make_places.py: do not edit."""

PLACES = {
    "Drenthe": """
Aalden 52.79 6.718; Alteveer (Drenthe) 52.675 6.486; Angelslo 52.781 6.926; Annen 53.057 6.719;
Assen 52.997 6.562; Ballast 52.672 6.733; Barger-Oosterveld 52.77 6.958; Bargeres 52.762 6.881;
Beilen 52.863 6.514; Borger 52.923 6.793; Buinen 52.931 6.836; Coevorden 52.661 6.74;
Dalen 52.699 6.756; Dalerpeel 52.68 6.66; Darp 52.775 6.204; De Loo 52.672 6.74;
De Wijk 52.673 6.29; Diever 52.854 6.318; Drouwenermond 52.978 6.906; Dwingeloo 52.834 6.369;
Eelde 53.136 6.562; Een 53.077 6.396; Eext 53.017 6.735; Emmen 52.779 6.907;
Emmer-Compascuum 52.812 7.047; Emmer-Erfscheidenveen 52.807 6.989; Emmerhout 52.788 6.939;
Emmermeer 52.801 6.893; Emmerschans 52.801 6.939; Exloo 52.883 6.864; Gasselte 52.972 6.794;
Gasselternijveen 52.988 6.853; Gasselternijveenschemond 52.995 6.898; Gees 52.747 6.689;
Geesbrug 52.727 6.633; Gieten 53.005 6.764; Gieterveen 53.028 6.838; Grolloo 52.935 6.672;
Havelte 52.769 6.24; Hijken 52.895 6.497; Hollandscheveld 52.706 6.539; Hoogeveen 52.722 6.476;
Hooghalen 52.921 6.539; Kerkenveld 52.668 6.5; Klazienaveen 52.724 6.99; Klijndijk 52.832 6.86;
Koekange 52.699 6.317; Krakeel 52.723 6.511; Marsdijk 53.018 6.585; Meppel 52.696 6.194;
Nietap 53.159 6.4; Nieuw Moscou 52.672 6.537; Nieuw-Amsterdam 52.712 6.856;
Nieuw-Balinge 52.767 6.607; Nieuw-Buinen 52.962 6.95; Nieuw-Dordrecht 52.748 6.968;
Nieuw-Roden 53.132 6.397; Nieuw-Schoonebeek 52.648 6.986; Noordbarge 52.772 6.887;
Norg 53.067 6.458; Odoorn 52.849 6.851; Oosterhesselen 52.754 6.722; Paterswolde 53.145 6.565;
Peelo 53.017 6.562; Peize 53.147 6.497; Pesse 52.773 6.454; Roden 53.138 6.421;
Rolde 52.984 6.649; Ruinen 52.763 6.354; Ruinerwold 52.723 6.249; Schipborg 53.075 6.671;
Schoonebeek 52.663 6.885; Schoonoord 52.846 6.756; Sleen 52.772 6.803;
Steenwijksmoer 52.669 6.699; Tweede Exloërmond 52.909 6.933; Tynaarlo 53.078 6.617;
Uffelte 52.79 6.281; Valthe 52.846 6.894; Valthermond 52.882 6.963; Veenhuizen 53.032 6.396;
Veenoord 52.711 6.849; Vledder 52.856 6.208; Vries 53.074 6.578; Weerdinge 52.819 6.918;
Weiteveen 52.672 6.987; Westerbork 52.85 6.608; Westlaren 53.085 6.665; Wijster 52.817 6.518;
Wilhelminaoord 52.856 6.164; Wolfsbos 52.717 6.499; Yde 53.116 6.593; Zeyen 53.047 6.546;
Zuidlaren 53.094 6.682
""",
    "Friesland": """
Achlum 53.149 5.483; Akkrum 53.05 5.831; Aldeboarn 53.05 5.9; Aldlân-Oost 53.189 5.828;
Aldtsjerk 53.266 5.887; Aldwâld 53.282 6.114; Anjum 53.375 6.127; Appelscha 52.955 6.351;
Arum 53.13 5.476; Augustinusga 53.218 6.162; Bakhuizen 52.87 5.459; Bakkeveen 53.081 6.257;
Balk 52.898 5.58; Bantega 52.842 5.796; Beetgumermolen 53.235 5.705; Beetsterzwaag 53.059 6.077;
Bergum 53.192 5.99; Berlikum 53.244 5.651; Berltsum 53.244 5.651; Bilgaard 53.216 5.796;
Birdaard 53.294 5.879; Bitgummole 53.235 5.705; Blauwhuis 53.021 5.534; Blije 53.352 5.861;
Boelenslaan 53.162 6.145; Boijl 52.909 6.2; Bolsward 53.066 5.532; Boornbergum 53.083 6.046;
Britsum 53.254 5.786; Broeksterwoude 53.275 5.996; Broeksterwâld 53.275 5.996;
Buitenpost 53.252 6.145; Burdaard 53.294 5.879; Buren (Friesland) 53.447 5.799;
Burgum 53.192 5.99; Burum 53.273 6.229; Camminghaburen 53.21 5.843; Damwoude 53.29 5.998;
Damwâld 53.29 5.998; De Blesse 52.843 6.041; De Domp 53.031 5.677; De Drait 53.097 6.068;
De Greiden 52.95 5.914; De Knipe 52.968 5.971; De Westereen 53.257 6.036;
De Wilgen 53.099 6.034; Deinum 53.192 5.724; Delfstrahuizen 52.874 5.824; Dokkum 53.322 5.997;
Donkerbroek 53.017 6.239; Drachten 53.113 6.099; Drachtstercompagnie 53.135 6.142;
Driezum 53.296 6.046; Drogeham 53.202 6.112; Dronrijp 53.2 5.65; Dronryp 53.2 5.65;
Eanjum 53.375 6.127; Eastermar 53.175 6.06; Easternijtsjerk 53.378 6.053;
Echtenerbrug 52.871 5.821; Ee 53.33 6.1; Eestrum 53.212 6.067; Feanwâlden 53.236 5.988;
Ferwerd 53.338 5.825; Ferwert 53.338 5.825; Franeker 53.185 5.541; Frieschepalen 53.109 6.206;
Garijp 53.167 5.967; Garyp 53.167 5.967; Gerkesklooster 53.238 6.204; Giekerk 53.243 5.895;
Gorredijk 53.007 6.064; Goutum 53.177 5.804; Grou 53.095 5.837; Grouw 53.095 5.837;
Gytsjerk 53.243 5.895; Hallum 53.307 5.784; Hardegarijp 53.213 5.941; Harkema 53.183 6.133;
Harlingen 53.175 5.422; Haskerhorne 52.954 5.829; Haulerwijk 53.065 6.335;
Heechterp 53.21 5.822; Heeg 52.969 5.611; Heerenveen 52.959 5.919; Hemelum 52.881 5.456;
Hindeloopen 52.942 5.401; Hoek 53.205 5.802; Hollum 53.439 5.638; Holwerd 53.368 5.901;
Holwert 53.368 5.901; Hommerts 52.98 5.65; Hoornsterzwaag 52.999 6.173;
Houtigehage 53.152 6.145; Huizum 53.192 5.811; Hurdegaryp 53.213 5.941; IJlst 53.01 5.623;
IJsbrechtum 53.041 5.632; Irnsum 53.078 5.793; Jirnsum 53.078 5.793; Jistrum 53.212 6.067;
Joure 52.966 5.803; Jubbega 53.004 6.122; Katlijk 52.946 6.013; Kollum 53.277 6.153;
Kollumersweach 53.262 6.075; Kootstertille 53.213 6.092; Koudum 52.916 5.448;
Langezwaag 52.983 6.002; Langweer 52.958 5.722; Leeuwarden 53.203 5.81; Lemmer 52.846 5.709;
Lippenhuizen 53.018 6.093; Makkinga 52.981 6.217; Makkum 53.055 5.402; Mantgum 53.129 5.719;
Marrum 53.323 5.802; Marsum 53.211 5.726; Menaam 53.218 5.661; Menaldum 53.218 5.661;
Metslawier 53.36 6.067; Midlum 53.182 5.448; Midsland 53.382 5.285; Mildam 52.936 6.002;
Minnertsga 53.251 5.595; Mitselwier 53.36 6.067; Molenend 53.253 5.92; Mûnein 53.253 5.92;
Nieuwehorne 52.951 6.063; Nijemirdum 52.856 5.568; Nijland 53.05 5.576;
Noardburgum 53.221 6.005; Noordbergum 53.221 6.005; Noordwolde 52.89 6.142; Oenkerk 53.25 5.9;
Oentsjerk 53.25 5.9; Oldeberkoop 52.938 6.131; Oldeboorn 53.05 5.9; Oldeholtpade 52.893 6.048;
Oost-Vlieland 53.297 5.074; Oosterend (Friesland) 53.097 5.618; Oostermeer 53.175 6.06;
Oosternijkerk 53.378 6.053; Oosterstreek 52.898 6.161; Oosterwolde (Friesland) 52.992 6.291;
Oosterzee 52.874 5.776; Opeinde 53.134 6.057; Oppenhuizen 53.012 5.695; Oranjewoud 52.946 5.95;
Oude Bildtzijl 53.3 5.718; Oudehaske 52.957 5.871; Oudehorne 52.963 6.084;
Oudemirdum 52.85 5.535; Oudeschoot 52.933 5.956; Oudkerk 53.266 5.887; Oudwoude 53.282 6.114;
Raerd 53.098 5.76; Rauwerd 53.098 5.76; Reduzum 53.118 5.788; Rijperkerk 53.222 5.917;
Rinsumageast 53.297 5.949; Rinsumageest 53.297 5.949; Roordahuizum 53.118 5.788;
Rotsterhaule 52.92 5.852; Rottevalle 53.145 6.104; Rottum 52.937 5.894; Ryptsjerk 53.222 5.917;
Scharnegoutum 53.061 5.678; Scharsterbrug 52.944 5.779; Schiermonnikoog 53.48 6.152;
Sexbierum 53.218 5.484; Siegerswoude 53.1 6.245; Sint Annaparochie 53.276 5.657;
Sint Jacobiparochie 53.273 5.604; Sint Nicolaasga 52.923 5.742; Sintjohannesga 52.932 5.856;
Sloten 52.895 5.645; Sneek 53.033 5.659; Stadsfenne 53.04 5.678; Stavoren 52.885 5.359;
Steggerda 52.857 6.075; Stiens 53.262 5.758; Suameer 53.183 6; Suawoude 53.178 5.927;
Sumar 53.183 6; Surhuisterveen 53.185 6.17; Surhuizum 53.205 6.18; Suwâld 53.178 5.927;
Sweagerbosk 53.248 6.047; Terherne 53.033 5.783; Terhorne 53.033 5.783; Ternaard 53.382 5.965;
Terschelling 53.359 5.215; Terwispel 53.02 6.048; Tietjerk 53.213 5.91; Tijnje 53.031 5.992;
Tinga 53.021 5.646; Tjalleberd 52.997 5.944; Twijzel 53.232 6.09; Twijzelerheide 53.24 6.046;
Tytsjerk 53.213 5.91; Tzum 53.159 5.563; Tzummarum 53.237 5.546; Ureterp 53.092 6.167;
Veenwouden 53.236 5.988; Vlieland 53.297 5.074; Vrouwenparochie 53.279 5.7; Warns 52.883 5.402;
Warten 53.15 5.9; Wartena 53.15 5.9; Waskemeer 53.057 6.28; Weidum 53.146 5.743;
Wergea 53.151 5.844; West-Terschelling 53.359 5.215; Westeinde 53.209 5.768;
Wijckel 52.888 5.622; Wijnjewoude 53.058 6.205; Winsum (Friesland) 53.152 5.634;
Wirdum 53.149 5.804; Witmarsum 53.105 5.469; Wolvega 52.875 5.997; Wommels 53.109 5.587;
Workum 52.98 5.447; Woudsend 52.944 5.628; Wouterswoude 53.3 6.033; Wâlterswâld 53.3 6.033;
Ysbrechtum 53.041 5.632; Zuiderburen 53.173 5.843; Zwaagwesteinde 53.257 6.036;
Zwagerbosch 53.248 6.047
""",
    "Groningen": """
Adorp 53.275 6.533; Aduard 53.257 6.46; Alteveer (Groningen) 53.051 6.994;
Appingedam 53.322 6.858; Baflo 53.362 6.514; Bedum 53.301 6.603; Bellingwolde 53.116 7.165;
Bierum 53.383 6.86; Blijham 53.109 7.076; Ceresdorp 52.966 6.973; Coendersborg 53.194 6.589;
De Wijert 53.194 6.571; Delfzijl 53.33 6.918; Diepswal 53.15 6.369; Doezum 53.201 6.249;
Eenrum 53.362 6.458; Eexta 53.164 6.983; Engelbert 53.208 6.647; Ezinge 53.31 6.442;
Farmsum 53.322 6.926; Foxhol 53.167 6.722; Froombosch 53.194 6.781; Glimmen 53.139 6.629;
Grijpskerk 53.263 6.308; Groningen 53.219 6.567; Grootegast 53.212 6.274;
Haren (Groningen) 53.172 6.609; Haren 53.172 6.609; Harkstede 53.213 6.699;
Heiligerlee 53.157 7.01; Hellum 53.238 6.839; Helpman 53.198 6.58; Holwierde 53.358 6.874;
Hoogezand 53.162 6.761; Hoogkerk 53.211 6.501; Kantens 53.366 6.635;
Kiel-Windeweer 53.112 6.779; Kloosterburen 53.387 6.392; Kolham 53.182 6.744;
Kommerzijl 53.287 6.325; Kornhorn 53.182 6.243; Korrewegwijk 53.232 6.568; Leek 53.163 6.376;
Leens 53.36 6.379; Loppersum 53.332 6.747; Lutjegast 53.234 6.258; Martenshoek 53.163 6.731;
Marum 53.144 6.263; Meeden 53.14 6.926; Meerwijck 53.147 6.713; Middelstum 53.347 6.642;
Midwolda 53.195 7.014; Mussel 52.955 7.039; Musselkanaal 52.932 7.015; Niebert 53.161 6.328;
Niekerk 53.225 6.353; Nieuwe Pekela 53.079 6.965; Nieuwolda 53.244 6.975;
Noordbroek 53.195 6.874; Noordhorn 53.262 6.396; Nuis 53.151 6.306; Obergum 53.333 6.517;
Oldehove 53.303 6.396; Oldekerk 53.219 6.34; Ommelanderwijk 53.089 6.906;
Onderdendam 53.334 6.59; Onstwedde 53.035 7.04; Oosterhoogebrug 53.229 6.601;
Oosterpark 53.224 6.585; Oostwold 53.203 7.046; Opende 53.173 6.199; Oude Pekela 53.104 7.01;
Reitdiep 53.243 6.52; Roodeschool 53.421 6.767; Sappemeer 53.164 6.79; Sauwerd 53.293 6.535;
Scharmer 53.205 6.706; Scheemda 53.173 6.972; Schildwolde 53.233 6.816; Sellingen 52.946 7.151;
Selwerd 53.235 6.554; Siddeburen 53.25 6.868; Slochteren 53.221 6.805;
Spijk (Groningen) 53.39 6.838; Stadskanaal 52.989 6.95; Stedum 53.322 6.696;
Ten Boer 53.276 6.694; Ten Post 53.297 6.728; Ter Apel 52.877 7.06; Ter Apelkanaal 52.903 7.049;
Tuikwerd 53.317 6.9; Uithuizen 53.407 6.671; Uithuizermeeden 53.414 6.724; Ulrum 53.359 6.333;
Usquert 53.403 6.611; Van Starkenborgh 53.239 6.575; Veelerveen 53.056 7.128;
Veendam 53.107 6.879; Vlagtwedde 53.028 7.108; Wagenborgen 53.256 6.933; Warffum 53.392 6.558;
Wedde 53.069 7.079; Westerlee 53.146 6.987; Wildervank 53.081 6.862; Winschoten 53.144 7.035;
Winsum (Groningen) 53.33 6.521; Woldendorp 53.273 7.031; Zoutkamp 53.339 6.304;
Zuidbroek 53.163 6.861; Zuidhorn 53.247 6.403; Zuidwolde 53.263 6.592
""",
}
