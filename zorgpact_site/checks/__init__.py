"""Checks on the site as a whole: one rule, one file."""

from collections.abc import Callable, Iterable

from zorgpact_site.checks import (
    alt_repeats,
    contact_expired,
    counted_names,
    date_contradicts_text,
    doubled_word,
    duplicate_title,
    empty_section,
    empty_text,
    end_before_start,
    follows_later,
    glued_names,
    heading_order,
    left_before_joined,
    listed_not_mentioned,
    lone_coordinate,
    long_summary,
    membership_count,
    mentioned_not_listed,
    mixed_quotes,
    near_miss_name,
    orphan,
    out_of_time,
    personal_data,
    report_without_region,
    silent_event,
    stray_nbsp,
    swapped_coordinates,
    theme_contrast,
    unkept_promise,
    unknown_place,
    unused_media,
    weak_link_text,
    weekday_mismatch,
)
from zorgpact_site.diagnostics import Diagnostic, Rule
from zorgpact_site.model.site import Site

CHECKS: tuple[tuple[Rule, Callable[[Site], Iterable[Diagnostic]]], ...] = (
    (alt_repeats.RULE, alt_repeats.check),
    (contact_expired.RULE, contact_expired.check),
    (counted_names.RULE, counted_names.check),
    (date_contradicts_text.RULE, date_contradicts_text.check),
    (doubled_word.RULE, doubled_word.check),
    (duplicate_title.RULE, duplicate_title.check),
    (empty_section.RULE, empty_section.check),
    (empty_text.RULE, empty_text.check),
    (end_before_start.RULE, end_before_start.check),
    (follows_later.RULE, follows_later.check),
    (glued_names.RULE, glued_names.check),
    (heading_order.RULE, heading_order.check),
    (left_before_joined.RULE, left_before_joined.check),
    (listed_not_mentioned.RULE, listed_not_mentioned.check),
    (lone_coordinate.RULE, lone_coordinate.check),
    (long_summary.RULE, long_summary.check),
    (membership_count.RULE, membership_count.check),
    (mentioned_not_listed.RULE, mentioned_not_listed.check),
    (mixed_quotes.RULE, mixed_quotes.check),
    (near_miss_name.RULE, near_miss_name.check),
    (orphan.RULE, orphan.check),
    (out_of_time.RULE, out_of_time.check),
    (personal_data.RULE, personal_data.check),
    (report_without_region.RULE, report_without_region.check),
    (silent_event.RULE, silent_event.check),
    (stray_nbsp.RULE, stray_nbsp.check),
    (swapped_coordinates.RULE, swapped_coordinates.check),
    (theme_contrast.RULE, theme_contrast.check),
    (unkept_promise.RULE, unkept_promise.check),
    (unknown_place.RULE, unknown_place.check),
    (unused_media.RULE, unused_media.check),
    (weak_link_text.RULE, weak_link_text.check),
    (weekday_mismatch.RULE, weekday_mismatch.check),
)


def check(site: Site) -> tuple[Diagnostic, ...]:
    """Let every check look at the site."""
    return tuple(diagnostic for _rule, look in CHECKS for diagnostic in look(site))
