"""Words that help to see the seams of Dutch compounds."""

_PARTS = """
    actie arbeid avond bedrijf beleid beroep buurt centra centrum cliënt dienst digitaal docent
    doel domein dorp gebied gemeente gezondheid groei groep handreiking huis hulp innovatie
    instelling jeugd kaart kamer kennis keten keuze kring kwaliteit land leer leerling leven
    lijst markt meter middel model moment netwerk omgeving onderwijs ontmoeting opleiding
    organisatie ouderen overleg pact partner patiënt personeel plaats plan plek praktijk proces
    product professional programma project punt regio route ruimte samenwerking scholing school
    sector sessie stad stage student taal talent team techniek technologie thema toets training
    traject verpleging visie vraag wereld werk werker werkgever werkplek wijk zieken zorg
"""
_PARTICLES = """
    aldus allen ander andere beide binnen boven buiten daar daarom deze door doorheen dwars
    eerst elke even geen gelijk haar heen hele hier immers jouw langs later maar mede meer meest
    minder naar naast neer niet nooit onder onze over rond samen sinds steeds tegen terug toch
    toen tussen veel verder voor vooral voort waar waarom want weer weinig welke worden zelf
    zijn zoals zodat zonder
"""

PARTS = frozenset(_PARTS.split())
"""Nouns that so often begin or end the compounds of care and education."""

PARTICLES = frozenset(_PARTICLES.split())
"""Small words that other words begin or end with without being compounds of them."""
