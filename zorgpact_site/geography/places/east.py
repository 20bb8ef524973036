"""Where places in the east lie. Made by docs/make_places.py: do not edit."""

PLACES = {
    "Flevoland": """
Almere 52.37 5.214; Almere Duin 52.342 5.141; Bant 52.768 5.75; Biddinghuizen 52.455 5.693;
Creil 52.764 5.66; Dronten 52.525 5.718; Emmeloord 52.711 5.749; Ens 52.637 5.828;
Espel 52.724 5.642; Ketelhaven 52.577 5.764; Kraggenburg 52.663 5.9; Lelystad 52.508 5.475;
Luttelgeest 52.743 5.853; Marknesse 52.708 5.871; Nagele 52.644 5.725; Rutten 52.805 5.698;
Swifterbant 52.568 5.643; Tollebeek 52.678 5.675; Urk 52.663 5.601; Zeewolde 52.33 5.542
""",
    "Gelderland": """
Aalst (Gelderland) 51.782 5.128; Aalten 51.925 6.581; Acquoy 51.879 5.136; Aerdt 51.894 6.085;
Afferden 51.88 5.635; Alem 51.787 5.343; Almen 52.158 6.3; Alverna 51.804 5.76;
Ammerzoden 51.749 5.221; Andelst 51.908 5.729; Angeren 51.916 5.958; Angerlo 51.996 6.135;
Anklaar 52.231 5.985; Apeldoorn 52.21 5.969; Appel 52.188 5.54; Arnhem 51.98 5.911;
Baak 52.078 6.228; Babberich 51.907 6.111; Bakenberg 52.005 5.877; Barchem 52.124 6.443;
Barneveld 52.14 5.585; Batenburg 51.824 5.629; Beek (Montferland) 51.907 6.188;
Beekbergen 52.16 5.964; Beemte-Broekland 52.256 5.99; Beesd 51.888 5.192; Beltrum 52.067 6.564;
Bemmel 51.892 5.899; Bennekom 51.998 5.676; Berg en Bos 52.22 5.933; Berg en Dal 51.822 5.917;
Bergharen 51.851 5.669; Beuningen 51.861 5.767; Beusichem 51.95 5.292; Binnenstad 52.213 5.96;
Borculo 52.116 6.522; Braamt 51.923 6.265; Brakel 51.818 5.09; Brakkenstein 51.813 5.865;
Bredevoort 51.942 6.621; Bredeweg 51.76 5.942; Brinkhorst 52.213 5.952; Broekdijk 52.45 5.933;
Bruchem 51.787 5.236; Brummelhof 52.205 5.968; Brummen 52.09 6.156;
Buren (Gelderland) 51.912 5.332; Burgemeesterswijk 51.989 5.896; Buurmalsen 51.892 5.294;
Componistenkwartier 52.19 5.966; Corlaer 52.216 5.465; Culemborg 51.955 5.228;
De Bouwhof 52.185 5.947; De Haven 52.21 5.974; De Heeze 52.201 5.954; De Horst 51.774 5.968;
De Klomp 52.047 5.572; De Mheen 52.22 5.991; De Steeg 52.02 6.061; Deest 51.89 5.667;
Deil 51.884 5.243; Didam 51.941 6.132; Dieren 52.051 6.103; Dinxperlo 51.864 6.487;
Dodewaard 51.913 5.656; Doesburg (Gelderland) 52.013 6.139; Doesburg 52.013 6.139;
Doetinchem 51.965 6.289; Doornenburg 51.89 6; Doornspijk 52.418 5.818; Doornsteeg 52.23 5.454;
Doorwerth 51.979 5.797; Drempt 52.008 6.175; Driehuizen 52.209 5.944; Driel 51.959 5.814;
Drumpt 51.897 5.41; Druten 51.888 5.606; Duiven 51.947 6.014; Echteld 51.91 5.496;
Eck en Wiel 51.969 5.457; Ede 52.033 5.658; Ederveen 52.063 5.578; Eefde 52.167 6.225;
Eerbeek 52.105 6.058; Eibergen 52.1 6.649; Elburg 52.447 5.843; Elden 51.958 5.882;
Ellecom 52.032 6.088; Elspeet 52.292 5.789; Elst 51.919 5.842; Empe 52.156 6.139;
Emst 52.316 5.974; Epe 52.347 5.983; Epse 52.225 6.2; Ermelo 52.298 5.622; Etten 51.917 6.336;
Gaanderen 51.929 6.346; Gameren 51.801 5.204; Garderen 52.231 5.714; Geesteren 52.139 6.526;
Geitenkamp 52.004 5.939; Geldermalsen 51.881 5.289; Geldermalsen-West 51.88 5.28;
Gendringen 51.873 6.376; Gendt 51.877 5.971; Giesbeek 51.993 6.067; Gorssel 52.202 6.201;
Groenlo 52.042 6.611; Groesbeek 51.777 5.936; Groessen 51.932 6.026; Gulden Bodem 51.994 5.891;
Haaften 51.816 5.211; Haalderen 51.888 5.929; Halle 51.989 6.429; Harderwijk 52.342 5.621;
Harfsen 52.208 6.297; Harskamp 52.13 5.753; Hatert 51.806 5.831; Hattem 52.475 6.064;
Hattemerbroek 52.474 6.022; Hedel 51.748 5.261; Heelsum 51.984 5.758; Heerde 52.387 6.04;
Heerewaarden 51.818 5.393; Hees 51.841 5.828; Heilig Landstichting 51.819 5.883;
Hellouw 51.827 5.176; Hengelo (Gelderland) 52.051 6.31; Hengstdal 51.833 5.883;
Hernen 51.834 5.681; Herwen 51.885 6.1; Herwijnen 51.827 5.129; Het Loo 52.234 5.953;
Heteren 51.957 5.756; Heumen 51.765 5.844; Heveadorp 51.975 5.812; Hierden 52.358 5.678;
Hoenderloo 52.117 5.879; Hoevelaken 52.175 5.458; Hoge Enk 52.43 5.842;
Hommelbrink 52.239 5.964; Hoogkamp 51.996 5.88; Horssen 51.856 5.61; Huissen 51.938 5.933;
Hulshorst 52.363 5.732; Hummelo 52.004 6.233; Hunnerberg 51.842 5.879; Hurwenen 51.811 5.317;
IJzendoorn 51.906 5.533; Ingen 51.959 5.485; Keijenborg 52.029 6.294; Kerkdriel 51.772 5.335;
Kerschoten 52.233 5.967; Kesteren 51.935 5.569; Kilder 51.938 6.232;
Klarenbeek (Gelderland) 52.167 6.062; Kootwijkerbroek 52.151 5.669; Laag-Soeren 52.081 6.078;
Laren (Gelderland) 52.194 6.365; Lathum 51.987 6.019; Leesten 52.128 6.232; Lent 51.862 5.867;
Leuth 51.839 5.992; Lichtenvoorde 51.987 6.567; Lienden 51.948 5.518; Lieren 52.163 5.989;
Lindenholt 51.833 5.793; Lobith 51.862 6.118; Lochem 52.159 6.411; Loenen 52.117 6.019;
Loil 51.953 6.142; Lunteren 52.085 5.622; Malburgen West 51.968 5.897; Matendonk 52.198 6.011;
Matendreef 52.2 5.986; Matengaarde 52.198 5.996; Matenhoeve 52.191 6.013;
Matenhorst 52.205 5.993; Matenveld 52.188 5.999; Maurik 51.961 5.422; Meddo 52.013 6.707;
Megchelen 51.838 6.393; Meteren 51.865 5.283; Nederasselt 51.772 5.744;
Nederhemert 51.765 5.168; Nederhemert-Noord 51.763 5.173; Nederwoud 52.101 5.571;
Neede 52.134 6.614; Nieuw-Dijk 51.933 6.156; Nieuw-Wehl 51.968 6.174; Nieuwaal 51.81 5.178;
Nijkerk 52.22 5.486; Nijkerkerveen 52.195 5.467; Nijmegen 51.843 5.853; Nunspeet 52.379 5.786;
Ochten 51.91 5.569; Oene 52.344 6.049; Oldebroek 52.445 5.901; Ooij 51.855 5.939;
Oosseld 51.949 6.312; Oostendorp 52.447 5.854; Oosterbeek 51.986 5.846;
Oosterhout (Gelderland) 51.88 5.826; Oosterhuizen 52.157 6.006;
Oosterwolde (Gelderland) 52.466 5.892; Ooy 51.919 6.058; Ooyerhoek 52.128 6.223;
Ophemert 51.845 5.388; Opheusden 51.932 5.632; Opijnen 51.829 5.299; Orden 52.201 5.934;
Otterlo 52.1 5.772; Overasselt 51.76 5.789; Pannerden 51.891 6.039; Poederoijen 51.787 5.081;
Puiflijk 51.878 5.59; Putten 52.259 5.607; Randwijk 51.953 5.708; Renkum 51.977 5.733;
Rheden 52.005 6.029; Rhenoy 51.883 5.153; Rietmolen 52.141 6.662; Rivierenkwartier 52.189 5.977;
Rossum (Gelderland) 51.801 5.333; Rozendaal 52.006 5.963; Rumpt 51.884 5.176;
Ruurlo 52.088 6.45; Scherpenzeel 52.08 5.489; Silvolde 51.909 6.388; Sluisoord 52.223 5.981;
Spainkbos 52.222 5.947; Spankeren 52.058 6.112; Spijk (Gelderland) 51.849 6.154;
Sprengenbos 52.219 5.942; Sprengenweg-Noord 52.218 5.951; Sprenkelaar 52.225 5.999;
Staatsliedenkwartier 52.2 5.977; Steenderen 52.064 6.188; Stegeslag 51.942 6.062;
Sterrenberg (Gelderland) 51.993 5.884; Stokkum (Gelderland) 51.877 6.221; Stroe 52.186 5.692;
Terborg 51.92 6.354; Terschuur 52.165 5.517; Terwolde 52.283 6.1; Tiel 51.887 5.429;
Tolkamer 51.855 6.103; Tricht 51.891 5.268; Twello 52.237 6.103; Uddel 52.259 5.781;
Ugchelen 52.185 5.932; Ulft 51.89 6.378; Vaassen 52.286 5.967; Valburg 51.912 5.79;
Valendries 51.807 5.734; Varik 51.823 5.371; Varsseveld 51.943 6.458; Veessen 52.377 6.09;
Velddriel 51.769 5.303; Veldhuizen (Gelderland) 52.044 5.642; Velp 51.995 5.974;
Vogelkwartier 52.198 5.967; Voorst 52.17 6.142; Voorthuizen 52.187 5.606; Vorden 52.105 6.31;
Vredenburg 51.954 5.903; Vuren 51.825 5.046; Waardenburg 51.833 5.257; Wadenoijen 51.874 5.372;
Wageningen 51.97 5.667; Wapenveld 52.429 6.074; Warken 52.14 6.268; Warnsveld 52.138 6.231;
Wehl 51.961 6.211; Wekerom 52.112 5.714; Welgelegen 52.214 5.976; Westeneng 52.127 5.715;
Westenenk 52.196 5.957; Westervoort 51.956 5.972; Wezep 52.462 5.999; Wijchen 51.809 5.725;
Wilp 52.218 6.15; Winkewijert 52.191 5.958; Winterswijk 51.972 6.719; Wisch 51.926 6.417;
Wolfheze 52.003 5.79; Woudhuis 52.213 6.011; Zaltbommel 51.81 5.244; Zeddam 51.903 6.26;
Zelhem 52.007 6.349; Zetten 51.928 5.714; Zevenaar 51.93 6.071; Zevenhuizen 52.218 5.978;
Zoelen 51.913 5.403; Zoelmond 51.943 5.31; Zonnemaat 51.931 6.062; Zuilichem 51.809 5.136;
Zutphen 52.138 6.201; Zwartebroek 52.179 5.504; ’s-Heerenberg 51.877 6.259;
’t Harde 52.416 5.879; ’t Loo 52.444 5.951
""",
    "Overijssel": """
Aalanden 52.533 6.101; Almelo 52.357 6.662; Baalder 52.586 6.653; Bathmen 52.25 6.287;
Belt-Schutsloot 52.672 6.064; Bentelo 52.224 6.683; Berkum 52.524 6.137; Blokzijl 52.727 5.961;
Borgele 52.276 6.149; Borne 52.301 6.748; Bornerbroek 52.309 6.654; Boskamp 52.331 6.128;
Brinkhoek 52.536 6.122; Brunnepe 52.562 5.903; Daarle 52.434 6.537; Dalfsen 52.512 6.257;
De Hoven 52.249 6.144; Dedemsvaart 52.6 6.458; Delden 52.26 6.711; Den Ham 52.466 6.496;
Deventer 52.255 6.164; Diepenheim 52.2 6.556; Dolphia 52.219 6.946; Elsen 52.27 6.539;
Elshof 52.393 6.2; Enschede 52.218 6.896; Enter 52.294 6.578; Flevowijk 52.546 5.913;
Frankhuis 52.525 6.068; Genemuiden 52.623 6.04; Giethoorn 52.74 6.079; Glanerbrug 52.216 6.971;
Goor 52.233 6.586; Grafhorst 52.583 5.933; Haaksbergen 52.157 6.739; Haarle 52.359 6.381;
Hardenberg 52.576 6.619; Hasselt 52.593 6.095; Heino 52.437 6.233; Hellendoorn 52.388 6.451;
Hengelo (Overijssel) 52.266 6.793; Hengelo 52.266 6.793; Hengevelde 52.199 6.636;
Het Oostrik 52.25 6.217; Hulsen 52.379 6.474; IJhorst 52.659 6.292; IJsselmuiden 52.565 5.929;
Kampen 52.555 5.911; Kamperveen 52.508 5.931; Klein Driene 52.269 6.816; Kuinre 52.788 5.84;
Lonneker 52.251 6.911; Loo 52.252 6.339; Losser 52.261 7.004; Magele 52.469 6.521;
Markelo 52.235 6.499; Marle 52.424 6.481; Mekkelholt 52.236 6.891; Nieuwoord 52.467 6.55;
Nijrees 52.335 6.664; Nijverdal 52.36 6.468; Oldemarkt 52.821 5.975; Oldenzaal 52.313 6.929;
Olst 52.337 6.11; Ommen 52.521 6.421; Oosterholt 52.559 5.956; Oostermeenthe 52.793 6.131;
Ootmarsum 52.408 6.901; Pathmos 52.214 6.876; Pierik 52.501 6.112; Raalte 52.386 6.275;
Radewijk 52.572 6.71; Rheezerveen 52.566 6.525; Rijssen 52.307 6.518;
Rossum (Overijssel) 52.352 6.922; Saasveld 52.332 6.807; Schalkhaar 52.268 6.194;
Sint Jansklooster 52.678 6.006; Staphorst 52.645 6.211; Steenwijk 52.788 6.121;
Steenwijkerwold 52.804 6.064; Stokkum (Overijssel) 52.212 6.507; Tilligte 52.406 6.951;
Tubbergen 52.407 6.785; Tuk 52.797 6.094; Twekkelerveld 52.231 6.86; Vollenhove 52.681 5.954;
Vriezenveen 52.408 6.622; Vroomshoop 52.461 6.565; Weerselo 52.352 6.857; Welsum 52.336 6.092;
Westerhaar-Vriezenveensewijk 52.456 6.624; Wiene 52.235 6.651; Wierden 52.359 6.593;
Wijhe 52.387 6.135; Wijthmen 52.487 6.171; Willemsoord 52.825 6.06; Wilsum 52.528 5.967;
Woolde 52.272 6.759; Wooldrik 52.217 6.917; Zeldam 52.257 6.629; Zenderen 52.324 6.724;
Zuid-Berghuizen 52.301 6.933; Zuidveen 52.778 6.107; Zwartsluis 52.641 6.069;
Zwolle 52.513 6.094
""",
}
