"""The first words of each kind of text: what an editor overwrites, section by section.

They are Dutch because they are content, whatever the language of the messages.
"""

from collections.abc import Mapping

from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import ArticleKind

ARTICLES: Mapping[ArticleKind, str] = {
    ArticleKind.REPORT: """\
Vertel in twee of drie zinnen wie bij elkaar kwamen, waar, en waarom.

## Waar het om ging

Schrijf hier welke vraag op tafel lag en voor wie die van belang is.

## Wat we hoorden

Schrijf hier wat sprekers en deelnemers vertelden, met namen en voorbeelden.

## Wat het opleverde

Schrijf hier welke inzichten, afspraken of hulpmiddelen de bijeenkomst gaf.

## Hoe het verdergaat

Schrijf hier wat de volgende stap is, wie die zet en wanneer.
""",
    ArticleKind.ANNOUNCEMENT: """\
Vertel in twee of drie zinnen waar de bijeenkomst over gaat en voor wie zij bedoeld is.

## Waar het om gaat

Schrijf hier welke vraag op tafel komt en waarom juist nu.

## Programma

Schrijf hier wie er spreken en hoe laat elk onderdeel begint.

## Aanmelden

Schrijf hier hoe lezers zich aanmelden, tot wanneer, en wat deelname kost.
""",
    ArticleKind.ARTICLE: """\
Vertel in twee of drie zinnen wat lezers hier te weten komen.

## Waar het om gaat

Schrijf hier welke vraag of gebeurtenis de aanleiding is en voor wie die van belang is.

## Wat we leerden

Schrijf hier wat het antwoord is, met namen en voorbeelden.

## Meer weten

Schrijf hier waar lezers meer vinden en bij wie zij terechtkunnen.
""",
}
OTHERS: Mapping[Kind, str] = {
    Kind.KOPLOPER: """\
Vertel in twee of drie zinnen wat deze koploper doet, voor wie, en met welke partners.

## Aanpak

Schrijf hier hoe de samenwerking in de praktijk werkt, met een voorbeeld.

## Wat het oplevert

Schrijf hier wat studenten, professionals en cliënten ervan merken.

## Meer weten

Schrijf hier waar lezers meer vinden of hoe zij kunnen meedoen.
""",
    Kind.REGION: """\
Vertel in twee of drie zinnen welke partijen in deze regio samenwerken, en waaraan.

## Wat er gebeurt

Schrijf hier welke afspraken en initiatieven er zijn.

## Meedoen

Schrijf hier wanneer de partijen elkaar treffen en bij wie lezers terechtkunnen.
""",
    Kind.THEME: """\
Vertel in twee of drie zinnen waar dit thema over gaat en voor wie het van belang is.

## Voorbeelden uit het netwerk

Schrijf hier welke koplopers en regio’s aan dit thema werken, en hoe.

## Wat we ervan leerden

Schrijf hier welke inzichten het netwerk opdeed.

## Aan de slag

Schrijf hier met welk hulpmiddel of welke eerste stap lezers verder kunnen.
""",
    Kind.TOOL: """\
Vertel in twee of drie zinnen waarbij dit hulpmiddel helpt en voor wie het bedoeld is.

## Hoe u het gebruikt

Schrijf hier stap voor stap wat lezers ermee doen.

## Waar het vandaan komt

Schrijf hier wie het maakte, wanneer, en of anderen het mogen aanpassen.
""",
    Kind.PAGE: """\
Vertel in twee of drie zinnen wat lezers op deze pagina vinden.

## Eerste onderwerp

Geef dit deel een eigen kop en schrijf hier wat lezers erover moeten weten.
""",
}
