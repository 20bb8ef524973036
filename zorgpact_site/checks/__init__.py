"""Checks on the site as a whole: one rule, one file."""

from collections.abc import Callable, Iterable

from zorgpact_site.checks import (
    alt_repeats,
    counted_names,
    date_contradicts_text,
    empty_text,
    end_before_start,
    follows_later,
    glued_names,
    left_before_joined,
    listed_not_mentioned,
    lone_coordinate,
    membership_count,
    mentioned_not_listed,
    near_miss_name,
    out_of_time,
    report_without_region,
    silent_event,
    swapped_coordinates,
    theme_contrast,
    unkept_promise,
    unknown_place,
    weekday_mismatch,
)
from zorgpact_site.diagnostics import Diagnostic, Rule
from zorgpact_site.model.site import Site

CHECKS: tuple[tuple[Rule, Callable[[Site], Iterable[Diagnostic]]], ...] = (
    (alt_repeats.RULE, alt_repeats.check),
    (counted_names.RULE, counted_names.check),
    (date_contradicts_text.RULE, date_contradicts_text.check),
    (empty_text.RULE, empty_text.check),
    (end_before_start.RULE, end_before_start.check),
    (follows_later.RULE, follows_later.check),
    (glued_names.RULE, glued_names.check),
    (left_before_joined.RULE, left_before_joined.check),
    (listed_not_mentioned.RULE, listed_not_mentioned.check),
    (lone_coordinate.RULE, lone_coordinate.check),
    (membership_count.RULE, membership_count.check),
    (mentioned_not_listed.RULE, mentioned_not_listed.check),
    (near_miss_name.RULE, near_miss_name.check),
    (out_of_time.RULE, out_of_time.check),
    (report_without_region.RULE, report_without_region.check),
    (silent_event.RULE, silent_event.check),
    (swapped_coordinates.RULE, swapped_coordinates.check),
    (theme_contrast.RULE, theme_contrast.check),
    (unkept_promise.RULE, unkept_promise.check),
    (unknown_place.RULE, unknown_place.check),
    (weekday_mismatch.RULE, weekday_mismatch.check),
)


def check(site: Site) -> tuple[Diagnostic, ...]:
    """Let every check look at the site."""
    return tuple(diagnostic for _rule, look in CHECKS for diagnostic in look(site))
