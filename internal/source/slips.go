package source

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"regimen/internal/diag"
)

// What can be wrong with the form of a file, whatever it says.
var (
	notUTF8           = diag.Rule{Code: "D01", Name: "not-utf8", Severity: diag.Error}
	oddLineBreak      = diag.Rule{Code: "D02", Name: "odd-line-break", Severity: diag.Error}
	noFrontmatter     = diag.Rule{Code: "D03", Name: "no-frontmatter", Severity: diag.Error}
	unclosedFence     = diag.Rule{Code: "D04", Name: "frontmatter-not-closed", Severity: diag.Error}
	indentedFence     = diag.Rule{Code: "D05", Name: "indented-fence", Severity: diag.Error}
	unreadable        = diag.Rule{Code: "D06", Name: "unreadable-frontmatter", Severity: diag.Error}
	unquotedColon     = diag.Rule{Code: "D07", Name: "unquoted-colon", Severity: diag.Error}
	unquotedComma     = diag.Rule{Code: "D08", Name: "unquoted-comma", Severity: diag.Error}
	neverClosed       = diag.Rule{Code: "D09", Name: "never-closed", Severity: diag.Error}
	oddIndentation    = diag.Rule{Code: "D10", Name: "odd-indentation", Severity: diag.Error}
	missingSpace      = diag.Rule{Code: "D11", Name: "missing-space", Severity: diag.Error}
	lostAfterHash     = diag.Rule{Code: "D12", Name: "lost-after-hash", Severity: diag.Warning}
	curlyQuotes       = diag.Rule{Code: "D13", Name: "curly-quotes", Severity: diag.Warning}
	keyTwice          = diag.Rule{Code: "D14", Name: "key-twice", Severity: diag.Error}
	unsupportedSyntax = diag.Rule{Code: "D15", Name: "unsupported-syntax", Severity: diag.Error}
	tooMuch           = diag.Rule{Code: "D16", Name: "too-deep-or-large", Severity: diag.Error}
	RawHTML           = diag.Rule{Code: "D17", Name: "raw-html", Severity: diag.Error}
	LinkScheme        = diag.Rule{Code: "D18", Name: "link-scheme", Severity: diag.Error}
	HeadingSpace      = diag.Rule{Code: "D19", Name: "heading-space", Severity: diag.Error}
)

// Rules lists the rules above, in the order of their codes.
func Rules() []diag.Rule {
	return []diag.Rule{
		notUTF8, oddLineBreak, noFrontmatter, unclosedFence, indentedFence, unreadable, unquotedColon,
		unquotedComma, neverClosed, oddIndentation, missingSpace, lostAfterHash, curlyQuotes, keyTwice,
		unsupportedSyntax, tooMuch, RawHTML, LinkScheme, HeadingSpace,
	}
}

// stretch is a range of bytes of a draft; end is exclusive.
type stretch struct{ start, end int }

// slip is a fault of form, found in a draft, with the patches that mend it there.
type slip struct {
	rule     diag.Rule
	severity diag.Severity
	at       stretch
	message  string
	help     string
	also     stretch // a related place, when alsoSays is not empty
	alsoSays string
	fix      string // what the patches do for the author; empty: they only serve to read on
	safe     bool
	patches  []patch
	offer    []patch // the author's fix, where it differs from the patches
	doubt    stretch // what the mending had to guess
	// silent: YAML reads the text all the same, but not as the author meant it.
	// Any other slip is believed only of a text that YAML cannot read.
	silent bool
}

// diagnostic turns a slip of a draft into a finding in the file.
func (s *Source) diagnostic(d draft, p slip) diag.Diagnostic {
	found := p.rule.Report(s.fromDraft(d, p.at), p.message)
	found.Severity = p.severity
	found.Help = p.help
	if p.alsoSays != "" {
		found.Related = []diag.Related{{At: s.fromDraft(d, p.also), Message: p.alsoSays}}
	}
	edits := p.offer
	if len(edits) == 0 {
		edits = p.patches
	}
	if p.fix == "" || len(edits) == 0 {
		return found
	}
	fix := diag.Fix{Title: p.fix, Safe: p.safe}
	for _, e := range edits {
		fix.Edits = append(fix.Edits, diag.Edit{At: s.fromDraft(d, stretch{e.start, e.end}), Text: e.text})
	}
	found.Fixes = []diag.Fix{fix}
	return found
}

// named puts the author's words into backticks, cut where they grow too long for
// a message of one line.
func named(text []byte) string {
	const most = 40
	cut := text
	if i := bytes.IndexByte(cut, '\n'); i >= 0 {
		cut = bytes.TrimRight(cut[:i], "\r \t")
	}
	if utf8.RuneCount(cut) > most {
		size := 0
		for range most - 1 {
			_, n := utf8.DecodeRune(cut[size:])
			size += n
		}
		cut = bytes.TrimRight(cut[:size], " ")
	}
	quote := "`"
	if bytes.IndexByte(cut, '`') >= 0 {
		quote = `"`
	}
	if len(cut) < len(text) {
		return quote + string(cut) + "…" + quote
	}
	return quote + string(cut) + quote
}

// quoting gives the patches that put a stretch into quotes, whatever it contains.
func quoting(text []byte, at stretch) []patch {
	raw := text[at.start:at.end]
	if !bytes.ContainsAny(raw, `"\`) {
		return []patch{{at.start, at.start, `"`}, {at.end, at.end, `"`}}
	}
	patches := []patch{{at.start, at.start, `'`}}
	for i, c := range raw {
		if c == '\'' {
			patches = append(patches, patch{at.start + i, at.start + i, `'`})
		}
	}
	return append(patches, patch{at.end, at.end, `'`})
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
