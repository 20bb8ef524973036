"""Dutch words for keys: what an editor types who does not know that keys are English."""

from collections.abc import Collection, Mapping

from zorgpact_site.names import fold

# Of several keys the first that the file may have is meant.
_DUTCH: Mapping[str, tuple[str, ...]] = {
    "aanhef": ("summary",),
    "aantal deelnemers": ("attendance",),
    "aanvang": ("starts",),
    "aanvangstijd": ("starts",),
    "aanwezigen": ("attendance",),
    "adres": ("base_url", "url", "website", "location"),
    "afbeelding": ("image", "src"),
    "auteur": ("authors",),
    "auteurs": ("authors",),
    "begin": ("starts",),
    "begintijd": ("starts",),
    "beschrijving": ("summary", "description", "alt"),
    "bestand": ("file", "src"),
    "bijeenkomst": ("event",),
    "bijgewerkt": ("updated",),
    "bijlagen": ("documents",),
    "bijschrift": ("caption",),
    "concept": ("draft",),
    "contactpersoon": ("contact",),
    "controles": ("rules",),
    "datum": ("date",),
    "deelnemers": ("attendance",),
    "documenten": ("documents",),
    "einddatum": ("end",),
    "einde": ("ends",),
    "eindtijd": ("ends",),
    "evenement": ("event",),
    "foto": ("image", "src"),
    "gepubliceerd": ("published",),
    "gewijzigd": ("updated",),
    "inleiding": ("summary",),
    "kleur": ("color",),
    "koploper": ("koplopers",),
    "licentie": ("license",),
    "lid sinds": ("joined",),
    "locatie": ("location",),
    "menu": ("navigation",),
    "naam": ("title", "name"),
    "navigatie": ("navigation",),
    "omschrijving": ("summary", "description", "alt"),
    "onderwerp": ("themes",),
    "onderwerpen": ("themes",),
    "opkomst": ("attendance",),
    "opmerking": ("note",),
    "organisator": ("organizers",),
    "organisatoren": ("organizers",),
    "plaats": ("place", "location"),
    "plaatje": ("image", "src"),
    "reeks": ("series",),
    "regels": ("rules",),
    "regio": ("region", "regions"),
    "regio's": ("regions", "region"),
    "regios": ("regions", "region"),
    "samenvatting": ("summary",),
    "schrijver": ("authors",),
    "serie": ("series",),
    "sinds": ("since", "joined"),
    "soort": ("kind",),
    "taal": ("language",),
    "telefoon": ("phone",),
    "thema": ("themes",),
    "thema's": ("themes",),
    "themas": ("themes",),
    "tijd": ("starts",),
    "tijdstip": ("starts",),
    "titel": ("title",),
    "toegetreden": ("joined",),
    "tot": ("until", "ends"),
    "vervolg op": ("follows",),
    "volgorde": ("order",),
    "volgt op": ("follows",),
    "voet": ("footer",),
    "voettekst": ("footer",),
    "webadres": ("base_url", "url", "website"),
    "website": ("base_url",),
}
_KNOWN = {fold(word): keys for word, keys in _DUTCH.items()}


def key_meant_by(typed: str, keys: Collection[str]) -> str:
    """The key among these for which a Dutch word or capitals were typed; empty if there is none."""
    if typed.lower() in keys:
        return typed.lower()
    wanted = fold(typed.replace("_", " "))
    return next((key for key in _KNOWN.get(wanted, ()) if key in keys), "")
