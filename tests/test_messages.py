"""The message catalogue: complete, true to the English texts, and compiled."""

import errno
import os
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog

from docs.messages import (
    CATALOGUES,
    Kept,
    Used,
    as_mo,
    as_po,
    dutch,
    forms,
    renewed,
    untranslated,
)
from tests.small_site import build_site, write_site
from zorgpact_site.diagnostics import Diagnostic, Location, Rule, problem
from zorgpact_site.kinds import Kind
from zorgpact_site.reporting.messages import LANGUAGES, messages_in
from zorgpact_site.reporting.refusals import REASONS, why
from zorgpact_site.weighing import RULES

SAME_IN_BOTH = {"Koploper", "koploper"}
NOT_FOR_EDITORS = re.compile(
    r"front ?matter|(?<!--)\b(string|mapping|array|boolean|integer|regex|slug|token|tuple|null)s?\b"
    r"|pars(er?|ing)\b|exception|traceback|\b(the|and|of the|not)\b",
    re.IGNORECASE,
)
# What click has no Dutch for when it comes to it: which kind of number or of file was meant.
LEFT_OUT = {"number_type", "name"}
each_catalogue = pytest.mark.parametrize("kept", CATALOGUES, ids=lambda kept: kept.po.name)


def holes(text: str) -> set[str]:
    return {name for _before, name, _form, _how in Formatter().parse(text) if name is not None}


def dutch_of(kept: Kept) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {forms(message.id): dutch(message) for message in kept.read() if message.id}


DUTCH = dutch_of(CATALOGUES[0])


@each_catalogue
def test_every_text_has_its_dutch(kept: Kept) -> None:
    assert [message.id for message in untranslated(kept.read())] == []
    assert {forms(used.id) for used in kept.used()} == set(dutch_of(kept))


@each_catalogue
def test_the_dutch_has_the_same_holes(kept: Kept) -> None:
    for english, translated in dutch_of(kept).items():
        for meant, text in zip(english, translated, strict=True):
            assert holes(text) <= holes(meant) <= holes(text) | LEFT_OUT, english


def test_the_dutch_is_not_the_english() -> None:
    same = {text for english, translated in DUTCH.items() for text in {*english} & {*translated}}
    assert same == SAME_IN_BOTH


@each_catalogue
def test_the_dutch_is_for_editors(kept: Kept) -> None:
    texts = [text for translated in dutch_of(kept).values() for text in translated]
    assert [text for text in texts if NOT_FOR_EDITORS.search(text)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_texts_fit_the_columns(rule: Rule) -> None:
    messages = messages_in("nl")
    for clause in (messages.text(rule.message), messages.text(rule.hint)):
        assert clause[0] == clause[0].lower()
        assert not clause.endswith(".")
    assert messages.text(rule.about)[0].isupper()
    assert messages.text(rule.about).endswith(".")


@each_catalogue
def test_the_compiled_catalogue_is_fresh(kept: Kept) -> None:
    catalog = renewed(kept.read(), kept.used())
    assert as_po(catalog) == kept.po.read_bytes()
    assert as_mo(catalog) == kept.mo.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_messages_and_hints_take_their_values(rule: Rule, language: str) -> None:
    names = holes(rule.message) | holes(rule.hint)
    values = tuple((name, f"<{name}>") for name in names)
    diagnostic = Diagnostic(rule, Location("x.md"), values)
    messages = messages_in(language)
    for english, shown in (
        (rule.message, messages.message(diagnostic)),
        (rule.hint, messages.hint(diagnostic)),
    ):
        assert {name for name in names if f"<{name}>" in shown} == holes(english)
        assert "{" not in shown.replace("{lang=en}", "")


def test_dutch_and_english_are_asked_for_by_name() -> None:
    diagnostic = problem(RULES[0], Location("x.md"), near=("a", "b", "c"))
    assert messages_in("en").hint(diagnostic) == "did you mean “a”, “b” or “c”?"
    assert messages_in("nl").hint(diagnostic) == "bedoelde u “a”, “b” of “c”?"
    assert messages_in("nl").count("{number} error", "{number} errors", 1) == "1 fout"
    assert messages_in("nl").count("{number} error", "{number} errors", 2) == "2 fouten"


def test_a_name_at_the_wrong_key_is_told_in_dutch(tmp_path: Path) -> None:
    of_kinds = {kind: f"Een {kind.singular} van toen" for kind in Kind}
    files = {
        f"content/{kind.value}/van-toen-{kind.singular}.md": f"---\ntitle: {title}\n---\nTekst.\n"
        for kind, title in of_kinds.items()
    }
    files["content/articles/verward.md"] = (
        "---\ntitle: Verward\ndate: 2018\n"
        f"region: {of_kinds[Kind.THEME]}\n"
        f"themes: [{of_kinds[Kind.KOPLOPER]}, {of_kinds[Kind.TOOL]}, Onbekend]\n"
        f"koplopers: [{of_kinds[Kind.REGION]}, {of_kinds[Kind.PAGE]}]\n"
        f"follows: {of_kinds[Kind.REGION]}\n---\nTekst.\n"
    )
    messages = messages_in("nl")
    told = [messages.message(one) for one in build_site(write_site(tmp_path, files)).diagnostics]
    assert told == [
        "“Een theme van toen” is een thema, maar hier hoort een regio",
        "“Een koploper van toen” is een koploper, maar hier hoort een thema",
        "“Een tool van toen” is een hulpmiddel, maar hier hoort een thema",
        "dit thema bestaat niet: “Onbekend”",
        "“Een region van toen” is een regio, maar hier hoort een koploper",
        "“Een page van toen” is een pagina, maar hier hoort een koploper",
        "“Een region van toen” is een regio, maar hier hoort een artikel",
    ]


def test_a_value_of_the_wrong_shape_is_told_in_dutch(tmp_path: Path) -> None:
    page = "---\ntitle: [a]\nimage: plaatje\ndraft: [true]\nupdated: {a: b}\n---\nTekst [](/).\n"
    site = write_site(tmp_path, {"content/pages/p.md": page})
    messages = messages_in("nl")
    assert [messages.message(one) for one in build_site(site).diagnostics] == [
        "bij “title” hoort een tekst",
        "bij “image” hoort een groep sleutels",
        "bij “draft” hoort true (ja) of false (nee)",
        "bij “updated” hoort een datum",
        "in deze link ontbreekt de tekst",
    ]


def test_why_the_machine_refuses_is_told_in_dutch_and_else_as_the_system_does() -> None:
    dutch = messages_in("nl")
    for name in REASONS:
        number = getattr(errno, name)
        assert why(OSError(number, os.strerror(number)), dutch) not in ("", os.strerror(number))
    assert why(OSError(errno.ENOSPC, "No space left on device"), dutch) == "de schijf is vol"
    assert why(OSError(errno.EDOM, "Out of range"), dutch) == "Out of range"
    assert why(OSError("odd"), dutch) == "odd"


def test_renewing_keeps_what_is_translated() -> None:
    old = Catalog("nl")
    old.add("a date", "een datum", auto_comments=["value of the type Date"])
    old["a date"].user_comments = ["of a meeting"]
    old.add("an old word", "een oud woord", auto_comments=["module.py"])
    old.add("this is worng", "dit is mis", auto_comments=["rule typo, message"])
    used = [
        Used("this is wrong", "rule typo, message"),
        Used("a date", "value of the type Date"),
        Used(("{number} day", "{number} days"), "module.py"),
    ]
    catalog = renewed(old, used)
    assert [message.id for message in catalog if message.id] == [one.id for one in used]
    kept = catalog["a date"]
    assert (dutch(kept), kept.user_comments, kept.fuzzy) == (
        ("een datum",),
        ["of a meeting"],
        False,
    )
    reworded = catalog["this is wrong"]
    assert (dutch(reworded), reworded.fuzzy) == (("dit is mis",), True)
    assert reworded.previous_id == ["this is worng"]
    assert [message.id for message in untranslated(catalog)] == [used[0].id, used[2].id]
    # What nobody has read again is not shown: editors get the English until then.
    assert b"dit is mis" not in as_mo(catalog)
