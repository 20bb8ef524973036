"""Rendering: quick where it can be, and never otherwise than plain Jinja would have it."""

import pickle
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, nodes
from markupsafe import Markup

from tests.conftest import REAL_TODAY, ROOT
from zorgpact_site.build import Built
from zorgpact_site.rendering import Rendered, renderer
from zorgpact_site.rendering.once import once
from zorgpact_site.rendering.quick import QuickEnvironment
from zorgpact_site.rendering.seams import seams
from zorgpact_site.scan import scan

THING = SimpleNamespace(text="R&D", html=Markup("<b>"), none=None, number=7, items=("a<", "b"))
SHOWN = {"thing": THING, "pairs": {"text": "uit de map", "items": "<"}, "word": "<", "empty": ""}
PARTS = """
{%- macro one(a) %}[{{ a }}]{% endmacro %}
{%- macro two(a, b="b&") %}[{{ a }}{{ b }}]{% endmacro %}
{%- macro any(a) %}[{{ a }}{{ varargs }}{{ kwargs }}]{% endmacro %}
{%- macro around(a) %}[{{ a }}{{ caller() }}]{% endmacro %}
{%- macro perhaps(a, caller=none) %}[{{ a }}{{ caller() if caller else "geen" }}]{% endmacro %}
"""
CALLED = ("one", "two", "any", "perhaps")
AROUND = ("around", "any", "perhaps")
# Most of these can be had, for a template that fails tells little.
NAMES = st.sampled_from([
    "thing.text", "thing.html", "thing.none", "thing.number", "thing.items", "thing.text.upper()",
    "thing.absent", "pairs.text", "pairs.items", "word", "empty", "'<'", "1", "'x' ~ '<'",
])  # fmt: skip
TAILS = st.sampled_from([
    " is defined", " is none", " | default('-')", ".class | default(1)", " | upper", " | safe",
    " | e",
])  # fmt: skip
VALUES = st.recursive(
    NAMES,
    lambda values: (
        st.builds("({}){}".format, values, TAILS)
        | st.builds("{}({})".format, st.sampled_from(CALLED), values)
        | st.builds("two({}, {})".format, values, values)
        | st.builds("{}({}, b={})".format, st.sampled_from(["two", "any"]), values, values)
        | st.builds("{}({}, caller={})".format, st.sampled_from(["any", "perhaps"]), values, values)
        | st.just("perhaps()")
    ),
    max_leaves=3,
)
BLOCKS = st.recursive(
    st.builds("{{{{ {} }}}}&".format, VALUES),
    lambda blocks: (
        st.builds("{}{}".format, blocks, blocks)
        | st.builds("{{% if {} %}}{}{{% endif %}}".format, VALUES, blocks)
        | st.builds("{{% for word in [{}] %}}{}{{{{ loop }}}}{{% endfor %}}".format, VALUES, blocks)
        | st.builds("{{% set word = {} %}}{}".format, VALUES, blocks)
        | st.builds("{{% set word %}}{}{{% endset %}}{}".format, blocks, blocks)
        | st.builds("{{% filter upper %}}{}{{% endfilter %}}".format, blocks)
        | st.builds("{{% autoescape {} %}}{}{{% endautoescape %}}".format, VALUES, blocks)
        | st.builds("{{% autoescape false %}}{}{{% endautoescape %}}".format, blocks)
        | st.builds(
            "{{% call {}({}) %}}{}{{% endcall %}}".format, st.sampled_from(AROUND), VALUES, blocks
        )
    ),
    max_leaves=4,
)  # fmt: skip
QUICK, PLAIN = (
    kind(loader=DictLoader({"parts": PARTS}), autoescape=True, undefined=StrictUndefined)
    for kind in (QuickEnvironment, Environment)
)


def given_by(environment: Environment, template: str) -> str | None:
    """What an environment makes of a template; None where it raises."""
    try:
        return environment.from_string(template).render(SHOWN)
    except (TemplateError, TypeError, ValueError, LookupError, AttributeError):
        return None


@given(BLOCKS)
@settings(max_examples=100)
def test_what_quick_templates_give_is_what_plain_ones_give(blocks: str) -> None:
    template = f"{{% from 'parts' import one, two, any, around, perhaps %}}{blocks}"
    quick = given_by(QUICK, template)
    assert quick is None or quick == given_by(PLAIN, template)


def test_the_templates_that_come_along_never_need_plain_jinja(real_build: Built) -> None:
    templates = {name: data.decode() for name, data in scan(ROOT, REAL_TODAY).templates.items()}
    trimmed = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}
    quick, plain = (
        kind(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, **trimmed)
        for kind in (QuickEnvironment, Environment)
    )
    quick.filters["once"] = plain.filters["once"] = once()
    quick.filters["seams"] = plain.filters["seams"] = seams
    for page in real_build.pages:
        drawn = page.drawn()
        shown = {"page": drawn.view, "data": drawn.data}
        html = quick.get_template(page.template).render(shown)
        assert html == plain.get_template(page.template).render(shown)


def test_a_part_of_ones_own_shows_in_the_next_build(real_build: Built) -> None:
    templates = scan(ROOT, REAL_TODAY).templates
    page = next(page for page in real_build.pages if page.template == "404.html")
    was = html_of(renderer(templates)(page.drawn()))
    words, others = "Zoek op deze site", "Wat zoekt u?"
    part = templates["parts/search.html"].decode().replace(words, others).encode()
    own = renderer({**templates, "parts/search.html": part})
    assert html_of(own(page.drawn())) == was.replace(words, others) != was
    assert html_of(renderer(templates)(page.drawn())) == was


def test_what_pages_share_is_drawn_once_and_anew_for_other_values() -> None:
    drawn: list[str] = []

    def macro(word: str) -> Markup:
        drawn.append(word)
        return Markup("<b>{}</b>").format(word)

    show, words = once(), ["een", "twee", "een"]
    assert [show(macro, word) for word in words] == ["<b>een</b>", "<b>twee</b>", "<b>een</b>"]
    assert drawn == ["een", "twee"]


def test_templates_of_ones_own_may_do_all_that_jinja_can(real_build: Built) -> None:
    template = b"{% set own = {'word': '<'} %}{{ own.word }}{{ page.absent | default('geen') }}"
    page = real_build.pages[0]
    render = renderer({page.template: template})
    assert html_of(render(page.drawn())) == "&lt;geen"


@pytest.mark.parametrize(
    "template", ["{{ page.absent }}", "{{ 'a' + 1 }}", "{{ range(a=1, a=2) }}", "{% include 'x' %}"]
)
def test_what_no_jinja_can_render_is_a_mistake(template: str, real_build: Built) -> None:
    page = real_build.pages[0]
    own = f"&\n{template}".encode()
    (mistake,) = renderer({page.template: own, "x": b"{% include 'x' %}"})(page.drawn()).diagnostics
    assert mistake.rule.slug == "template-error"


def test_a_renderer_can_go_to_another_process(real_build: Built) -> None:
    render = renderer(scan(ROOT, REAL_TODAY).templates)
    there = pickle.loads(pickle.dumps(render))  # noqa: S301 - our own
    assert [there(page.drawn()) for page in real_build.pages[:5]] == [
        render(page.drawn()) for page in real_build.pages[:5]
    ]


def html_of(rendered: Rendered) -> str:
    assert rendered.artifact
    assert isinstance(rendered.artifact.data, bytes)
    return rendered.artifact.data.decode()


def test_what_a_template_puts_in_a_block_has_its_place_in_the_one_it_extends() -> None:
    plain = Environment(autoescape=True)
    files = (ROOT / "templates").glob("*.html")
    parsed = {one.name: plain.parse(one.read_text("utf-8")) for one in files}
    extended = {
        name: one.template.value
        for name, template in parsed.items()
        for one in template.find_all(nodes.Extends)
        if isinstance(one.template, nodes.Const)
    }
    assert len(extended) > 5
    for name, base in extended.items():
        around = [base]
        while around[-1] in extended:
            around.append(extended[around[-1]])
        places = {one.name for each in around for one in parsed[each].find_all(nodes.Block)}
        filled = {one.name for one in parsed[name].body if isinstance(one, nodes.Block)}
        assert filled <= places, name
