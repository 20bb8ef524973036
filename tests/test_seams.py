"""Where long words may break on a page: at the seams of compounds, and nowhere else."""

import pytest
from markupsafe import Markup

from zorgpact_site.rendering.seams import seams


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wijkleercentra", "Wijkleer-centra"),
        ("Zorgtrainingscentrum", "Zorg-trainings-centrum"),
        ("Samenwerkingsthermometer", "Samen-werkings-thermometer"),
        ("Samenwerkingstoolkit vmbo", "Samen-werkings-toolkit vmbo"),
        ("Kopgroepontmoeting: wat maakt een resultaat duurzaam?", "Kopgroep-ontmoeting: wat "),
        ("Kopgroepbijeenkomsten", "Kopgroep-bijeenkomsten"),
        ("Leer- en Innovatienetwerk", "Leer- en Innovatie-netwerk"),
        ("Toenemende opleidingseisen", "Toenemende opleidings-eisen"),
        ("wijkleerbedrijven", "wijkleer-bedrijven"),
        ("ouderenzorgprofessionals", "ouderen-zorg-professionals"),
        ("samenwerkingsovereenkomsten", "samen-werkings-overeenkomsten"),
        ("VEILIGHEIDSTRAININGEN", "VEILIGHEIDS-TRAININGEN"),
    ],
)
def test_long_compounds_break_at_their_seams(text: str, shown: str) -> None:
    assert str(seams(text)).replace("\u00ad", "-").startswith(shown)


@pytest.mark.parametrize(
    "text",
    ["", "Kopgroep", "netwerkkaart", "reorganisatie", "Arbeidsongeschiktheid", "Zorg en welzijn"],
)
def test_other_words_stay_whole(text: str) -> None:
    assert seams(text) == text


def test_a_stroke_between_words_is_a_place_to_break() -> None:
    assert seams("Steden/Noord-Veluwe 24/7 a / b") == "Steden/<wbr>Noord-Veluwe 24/<wbr>7 a / b"


def test_a_short_article_stays_with_its_town() -> None:
    assert seams("In ’s-Hertogenbosch en Arnhem-Nijmegen") == (
        "In ’s-\u2060Hertogenbosch en Arnhem-Nijmegen"
    )


def test_what_is_no_html_stays_none() -> None:
    assert seams(Markup("<b>wijkleercentra</b>")) == "<b>wijkleer\u00adcentra</b>"
    assert seams("<b>wijkleercentra</b>") == "&lt;b&gt;wijkleer\u00adcentra&lt;/b&gt;"
