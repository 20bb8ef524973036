"""The order and the numbers of lists, as readers see them."""

from pathlib import Path

from tests.small_site import DOT, build_site, pages_of, write_site


def meeting(title: str, starts: str) -> str:
    return (
        f"---\ntitle: {title}\nevent: Dag\ndate: 2018-06-12\nstarts: {starts}\nregion: Zwolle\n"
        f"series: Dagen\n---\nTekst.\n"
    )


def test_meetings_of_one_day_stand_by_the_hour(tmp_path: Path) -> None:
    hours = {"middag": "13:30", "ochtend": "9:00", "avond": "19:00"}
    texts = {
        f"content/articles/{name}.md": meeting(f"Een {name}", starts)
        for name, starts in hours.items()
    }
    pages = pages_of(build_site(write_site(tmp_path, texts)))
    for address in ("bijeenkomsten/", "regios/zwolle/"):
        places = [pages[address].index(f"Een {name}") for name in ("ochtend", "middag", "avond")]
        assert places == sorted(places)
    assert "Een middag" in pages["artikelen/ochtend/"].partition("Volgende bijeenkomst")[2]


def test_names_stand_by_their_first_letter_not_by_a_sign(tmp_path: Path) -> None:
    names = {"den-bosch": "’s-Hertogenbosch", "assen": "Assen", "schiedam": "Schiedam"}
    texts = {
        f"content/regions/{name}.md": f"---\ntitle: {title}\n---\nTekst.\n"
        for name, title in names.items()
    }
    pages = pages_of(build_site(write_site(tmp_path, texts)))
    page = pages["zoeken/"]
    places = [page.rindex(title) for title in ("Assen", "’s-Hertogenbosch", "Schiedam")]
    assert places == sorted(places)


def test_one_more_than_fits_in_a_review_is_one(tmp_path: Path) -> None:
    texts = {
        "content/articles/dag.md": "---\ntitle: Dag\ndate: 2017-03-02\n---\nTekst.\n",
        **{
            f"content/koplopers/k{at}.md": f"---\ntitle: Huis {at}\njoined: 2017\n---\nTekst.\n"
            for at in range(25)
        },
        **{
            f"content/tools/t{at}.md": f"---\ntitle: Kaart {at}\ndate: 2017\n---\nTekst.\n"
            for at in range(13)
        },
    }
    page = pages_of(build_site(write_site(tmp_path, texts)))["jaaroverzicht/2017/"]
    assert ">Nog 1 koploper<" in page
    assert ">Nog 1 hulpmiddel<" in page


def test_a_passage_is_told_without_the_sign_to_what_goes_on(tmp_path: Path) -> None:
    texts = {
        "content/articles/dag.md": (
            "---\ntitle: Dag\n---\nDaar waren:\n\n- de mensen van [[Sparkcentres]];\n- anderen.\n"
            "\nOver [[Leren in de praktijk]] zijn er vragen:\n\n- Wie?\n- Wat?\n"
        )
    }
    pages = pages_of(build_site(write_site(tmp_path, texts)))
    item, before_list = pages["kopgroep/sparkcentres/"], pages["themas/leren/"]
    assert '<p class="sentence">de mensen van Sparkcentres</p>' in item
    assert '<p class="sentence">Over Leren in de praktijk zijn er vragen</p>' in before_list


def test_a_long_place_may_break_where_it_has_a_seam(tmp_path: Path) -> None:
    texts = {
        "content/articles/dag.md": (
            "---\ntitle: Dag\nevent: Werkdag\ndate: 2018-05-02\nregion: Zwolle\n"
            "location: {name: Zorgtrainingscentrum, place: Zwolle}\n---\nTekst.\n"
        )
    }
    page = pages_of(build_site(write_site(tmp_path, texts)))["artikelen/dag/"]
    assert "<dd>Zorg\u00adtrainings\u00adcentrum, Zwolle</dd>" in page
    assert ">woensdag 2\u00a0mei 2018</time>" in page, "nor does a day stand without its month"


def test_the_picture_that_a_site_opens_with_is_not_waited_for(tmp_path: Path) -> None:
    texts = {
        "content/media/a.svg": DOT,
        "content/articles/een.md": (
            "---\ntitle: Een\ndate: 2018-05-02\nimage:\n  src: ../media/a.svg\n"
            "  alt: Een stip\n---\nTekst.\n"
        ),
    }
    home = pages_of(build_site(write_site(tmp_path, texts)))[""]
    (picture,) = [line for line in home.splitlines() if "media/a.svg" in line and "<img" in line]
    assert "lazy" not in picture


def test_cards_on_a_page_do_not_lead_to_that_page(tmp_path: Path) -> None:
    keys = "region: Zwolle\nthemes: [Leren in de praktijk, Zorg en technologie]\n"
    texts = {
        "content/koplopers/sparkcentres.md": f"---\ntitle: Sparkcentres\n{keys}---\nTekst.\n",
        "content/tools/kaart.md": f"---\ntitle: Kaart\n{keys}---\nTekst.\n".replace(
            "region:", "regions:"
        ),
    }
    pages = pages_of(build_site(write_site(tmp_path, texts)))
    for address in ("regios/zwolle/", "themas/leren/"):
        main = pages[address].partition("<main")[2].partition("</main>")[0]
        assert main.count('class="card thing"') == 2
        assert f'{address}"' not in main.partition('id="_hulpmiddelen"')[2]
        assert "themas/zorg-en-technologie/" in main


def test_figures_count_in_the_words_of_lists(tmp_path: Path) -> None:
    start = "region: Zwolle\ndate: 2018-05-02\n---\nTekst.\n"
    dag = {"content/articles/dag.md": f"---\ntitle: Dag\nevent: Werkdag\n{start}"}
    bericht = {"content/articles/bericht.md": f"---\ntitle: Bericht\n{start}"}
    pages = pages_of(build_site(write_site(tmp_path / "one", dag)))
    assert "<strong>1</strong> verslag<" in pages["regios/zwolle/"]
    pages = pages_of(build_site(write_site(tmp_path / "two", dag | bericht)))
    assert "<strong>2</strong> artikelen<" in pages["regios/zwolle/"]
    assert "<span>2 artikelen</span>" in pages["regios/"]
