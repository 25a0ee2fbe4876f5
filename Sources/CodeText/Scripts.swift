/// Shell, as the scripts and hooks of a project are written in; text from a spec never stands in one.
package enum Shell: Language {}

/// Awk, for the little that make and sed cannot do; text from a spec never stands in it.
package enum Awk: Language {}

/// Perl, for PostgreSQL's TAP tests; text from a spec never stands in it.
package enum Perl: Language {}

/// YAML, for workflows; text from a spec never stands in it.
package enum YAML: Language {}
