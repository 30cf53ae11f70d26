package regimen

import "regimen/internal/diag"

// Allowance is an author's stated reason for leaving a finding as it is.
type Allowance struct {
	Rule   Word // a code or a name
	Reason string
	By     string
	Role   string
	Date   string    // YYYY-MM-DD, as Until
	Until  string    // empty: for good
	At     diag.Span // the comment
	Covers diag.Span // the key with its value, or the paragraph, that it is bound to
}
