"""Names that vulture sees nobody use: templates, libraries and the documentation do."""

# ruff: noqa: B018, F821

# click calls commands, typing calls protocols
_.build_command
_.explain
_.import_command
_.init
_.schema
_.check_command
_.completion
_.list_commands
_.get_command
_.shell_complete
_.format_commands
_.__call__
# markdown-it reads what the rules set on tokens and on the parser
_.hidden
_.validateLink
_.pretest
# tornado and livereload call and fill handlers
_.initialize
_.prepare
_.set_default_headers
_.write_error
_.watcher
_.live_css
# expat calls what hears it
_.StartElementHandler
_.EndElementHandler
_.CharacterDataHandler
_.ProcessingInstructionHandler
_.EntityDeclHandler
# templates show views
_.advice
_.path_tip
_.editor_tip
_.home
_.menu
_.all_articles
_.all_meetings
_.all_tools
_.agenda
_.no_calendar
_.all_regions
_.sprite
_.srcset
_.avif
_.locale
_.image_alt
_.social
_.report_count
_.letters
# the same, of overviews and charts
_.narrowed
_.ahead_next
_.base
_.cross_page
_.dashes
_.dots
_.few
_.layout
_.middle
_.more_members
_.more_tools
_.ongoing
_.rises
_.runs
_.since_date
_.span
_.top
_.totals
_.x_ticks
_.y_ticks
_.y
# the documentation shows what fields mean
_.meaning
# http.client reads what it is given
_.default_port
_.sock
# a caller of publish may ask how much stayed
_.unchanged
_.empty
_.foot
_.inside
_.from_
_.keyed
_.latest
_.provinces
_.noun
_.off
_.point
_.is_linked
# the page for editors shows its view
_.lead
_.in_order
# the same, of feeds
_.feeds
# Jinja and the code that it makes of templates
_.load_bytecode
_.dump_bytecode
_.code_generator_class
_.call_around
# the state of the parser, which rules of markdown-it read
_.parentType
# watchdog calls it
_.on_any_event
# click shows them in a help
_.options_metavar
_.subcommand_metavar
