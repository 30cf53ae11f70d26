package diag

import (
	"regexp"
	"strings"
	"testing"
)

func TestTextIsTheExampleOfTheDesign(t *testing.T) {
	want := "programmes/disc.md:14:19: error[C01]: `romanian-deadlift` is to be avoided in disc-related pain (irritable)\n" +
		"   |\n" +
		"14 |       - exercise: romanian-deadlift\n" +
		"   |                   ^^^^^^^^^^^^^^^^^ forward-lean-load 2; this stage tolerates 1, with a modification\n" +
		"   ::: programmes/disc.md:5:16\n" +
		"   |\n" +
		" 5 |   - condition: disc-related\n" +
		"   |                ------------ the programme is for this condition\n" +
		"   ::: exercises/romanian-deadlift.md:11:13\n" +
		"   |\n" +
		"11 | stressors: {forward-lean-load: [1, 2, 2, 3], axial-load: [0, 1, 1, 2]}\n" +
		"   |             ----------------- tagged here\n" +
		"   = help: `hip-thrust` trains the same muscles and is suitable at light load\n" +
		"   = more: regimen explain C01\n\n"
	same(t, want, printed(t, Printer{}, Text, disc(t)))
}

// Each case is a text with its place marked, and the two lines that show it.
var excerpts = []struct{ name, text, line, marks string }{
	{"plain", "dose: [[3 x 8]]", "1 | dose: 3 x 8", "  |       ^^^^^ here"},
	{"a tab before", "a\t[[b]]", "1 | a    b", "  |      ^ here"},
	{"a tab inside", "[[a\tb]]c", "1 | a    bc", "  | ^^^^^^ here"},
	{"Chinese", "名前: [[値]]。", "1 | 名前: 値。", "  |       ^^ here"},
	{"fullwidth", "ＡＢ[[Ｃ]]", "1 | ＡＢＣ", "  |     ^^ here"},
	{"Korean, composed and not", "\u1112\u1161\u11ab[[글]]", "1 | \u1112\u1161\u11ab글", "  |   ^^ here"},
	{"emoji", "🏋 🤸 [[x]]", "1 | 🏋 🤸 x", "  |      ^ here"},
	{"a joined emoji, drawn apart", "👩‍⚕️[[x]]", "1 | 👩⚕x", "  |    ^ here"},
	{"a toned emoji, drawn untoned", "👍🏽[[x]]", "1 | 👍x", "  |   ^ here"},
	{"a flag", "🇬🇧[[x]]", "1 | 🇬🇧x", "  |   ^ here"},
	{"combining marks", "re\u0301sume\u0301 [[e\u0301te\u0301]].", "1 | re\u0301sume\u0301 e\u0301te\u0301.", "  |        ^^^ here"},
	{"a mark alone", "e[[\u0301]]x", "1 | e\u0301x", "  | ^ here"},
	{"a mark at the start", "\u0301[[x]]", "1 | \u25cc\u0301x", "  |  ^ here"},
	{"a joiner at the start", "\u200d[[x]]", "1 | x", "  | ^ here"},
	{"a joiner alone", "ab[[\u200d]]", "1 | ab", "  |  ^ here"},
	{"spaces at the end", "[[a]] \t ", "1 | a", "  | ^ here"},
	{"CRLF", "a: [[b]]\r\nc: d\r\n", "1 | a: b", "  |    ^ here"},
	{"the end of a line with CRLF", "a: b[[]]\r\nc", "1 | a: b", "  |     ^ here"},
	{"between CR and LF", "a: b\r[[]]\nc", "1 | a: b", "  |     ^ here"},
	{"the line end itself", "a: b[[\r\n]]c", "1 | a: b", "  |     ^ here"},
	{"a lone CR", "a[[\r]]b", "1 | a␍b", "  |  ^ here"},
	{"a lone CR at the end", "a[[\r]]", "1 | a␍", "  |  ^ here"},
	{"a byte-order mark", "\ufeff[[a]]: b", "1 | a: b", "  | ^ here"},
	{"a byte-order mark as the place", "[[\ufeff]]a: b", "1 | a: b", "  | ^ here"},
	{"escape", "a[[\x1b[2J]]b", "1 | a␛[2Jb", "  |  ^^^^ here"},
	{"a turn of direction", "a\u202e[[b]]", "1 | a\ufffdb", "  |   ^ here"},
	{"not UTF-8", "a\xff[[b]]", "1 | a\ufffdb", "  |   ^ here"},
	{"no characters", "a: b[[]]", "1 | a: b", "  |     ^ here"},
	{"the end of the file", "a: b\n[[]]", "2 |", "  | ^ here"},
	{"an empty line", "a\n[[]]\nb", "2 |", "  | ^ here"},
	{"several lines", "x: [[{a,\n b,\n c}]]\n", "1 | x: {a,", "  |    ^^^ here (continues to line 3)"},
	{"a whole line with its end", "[[a: b\n]]c", "1 | a: b", "  | ^^^^ here"},
}

func TestExcerpts(t *testing.T) {
	for _, c := range excerpts {
		t.Run(c.name, func(t *testing.T) {
			at, _ := marked(t, "a.md", c.text)
			got := printed(t, Printer{}, Text, Diagnostic{Severity: Error, Message: "m", At: at, Label: "here"})
			lines := strings.Split(got, "\n")
			same(t, []string{"  |", c.line, c.marks, "", ""}, lines[1:])
		})
	}
}

func TestLongLinesAreCutAroundTheCaret(t *testing.T) {
	a := func(n int) string { return strings.Repeat("a", n) }
	for _, c := range []struct{ name, text, line, marks string }{
		{"just short enough", a(99) + "[[b]]", a(99) + "b", strings.Repeat(" ", 99) + "^"},
		{"at the start", a(5) + "[[b]]" + a(300), a(5) + "b" + a(94) + "…", a5 + "^"},
		{"as far right as fits", a(98) + "[[b]]" + a(300), a(98) + "b" + a(1) + "…", strings.Repeat(" ", 98) + "^"},
		{"in the middle", a(300) + "[[bb]]" + a(300), "…" + a(49) + "bb" + a(49) + "…", strings.Repeat(" ", 50) + "^^"},
		{"at the end", a(300) + "[[b]]", "…" + a(99) + "b", strings.Repeat(" ", 100) + "^"},
		{"past the end", a(300) + "[[]]", "…" + a(99), strings.Repeat(" ", 100) + "^"},
		{"too long itself", a(300) + "[[" + strings.Repeat("b", 300) + "]]",
			"…" + a(20) + strings.Repeat("b", 80) + "…", strings.Repeat(" ", 21) + strings.Repeat("^", 80)},
		{"wide", strings.Repeat("名", 200) + "[[値]]" + strings.Repeat("名", 200),
			"…" + strings.Repeat("名", 24) + "値" + strings.Repeat("名", 25) + "…", strings.Repeat(" ", 49) + "^^"},
		{"marks without end", "a" + strings.Repeat("\u0301", 999) + "[[b]]" + strings.Repeat("\u0301", 999) + "c",
			"…◌" + strings.Repeat("\u0301", 400) + "b" + strings.Repeat("\u0301", 400) + "…", "  ^"},
		{"marks without end, otherwise cut", "aa" + strings.Repeat("\u0301", 999) + "[[bb]]" + strings.Repeat("\u0301", 999) + "c",
			"…◌" + strings.Repeat("\u0301", 400) + "bb" + strings.Repeat("\u0301", 399) + "…", "  ^^"},
		{"wide characters cut by the byte", "名" + strings.Repeat("\u20dd", 999) + "[[b]]" + strings.Repeat("\u20dd", 999) + "c",
			"…◌" + strings.Repeat("\u20dd", 266) + "b" + strings.Repeat("\u20dd", 267) + "…", "  ^"},
		{"a megabyte", a(1<<20) + "[[b]]" + a(1<<20), "…" + a(49) + "b" + a(50) + "…", strings.Repeat(" ", 50) + "^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at, _ := marked(t, "a.md", c.text)
			got := strings.Split(printed(t, Printer{}, Text, Diagnostic{Message: "m", At: at, Severity: Error}), "\n")
			same(t, []string{"1 | " + c.line, "  | " + c.marks}, got[2:4])
		})
	}
}

const a5 = "     "

func TestTextWithoutPlace(t *testing.T) {
	d := Diagnostic{
		Code: "D01", Severity: Warning, Message: "two\nlines \x1b[31m", Label: "a label",
		Related: []Related{{Message: "elsewhere"}}, Notes: []string{"one\ntwo"}, Suggestions: []string{"a", "b", "c", "d"},
	}
	want := "warning[D01]: two lines ␛[31m\n  = note: a label\n  = note: elsewhere\n  = note: one\n          two\n" +
		"  = help: did you mean `a`, `b` or `c`?\n  = more: regimen explain D01\n\n"
	same(t, want, printed(t, Printer{}, Text, d))
}

func TestTextInAnEmptyFile(t *testing.T) {
	at := Span{File: NewFile("index.md", nil)}
	d := Diagnostic{Code: "D03", Severity: Error, Message: "empty", At: at, Label: "nothing here", Related: []Related{{at, "nor here"}}}
	want := "index.md:1:1: error[D03]: empty\n  ::: index.md:1:1: nor here\n  = note: nothing here\n  = more: regimen explain D03\n\n"
	same(t, want, printed(t, Printer{}, Text, d))
}

func TestGutterIsAsWideAsTheLongestNumber(t *testing.T) {
	at, others := marked(t, "a.md", "[[a]]\n\n\n\n\n\n\n\n\n((b))")
	d := Diagnostic{Severity: Error, Message: "m", At: at, Related: []Related{{at, "x"}, {others[0], "y"}}}
	want := "a.md:1:1: error: m\n   |\n 1 | a\n   | ^\n   ::: a.md:1:1\n   |\n 1 | a\n   | - x\n   ::: a.md:10:1\n   |\n10 | b\n   | - y\n\n"
	same(t, want, printed(t, Printer{}, Text, d))
}

func TestSuggestionsStandOnceInTheText(t *testing.T) {
	d := Diagnostic{Severity: Error, Message: "m", Help: "did you mean `reps`?", Suggestions: []string{"reps"}}
	same(t, "error: m\n  = help: did you mean `reps`?\n\n", printed(t, Printer{}, Text, d))
}

func TestInfosAndSilencedAreShownWhereAskedFor(t *testing.T) {
	list := mixed(t)
	hidden := printed(t, Printer{}, Short, list...)
	shown := printed(t, Printer{ShowInfos: true, ShowSilenced: true}, Short, list...)
	same(t, "warning[D01]: no file at all\n"+
		"programmes/a b: 50%.md:1:7: error[P03]: `12-8` descends: {0} | \"quoted\" <b>\n"+
		"programmes/disc.md:14:19: error[C01]: `romanian-deadlift` is to be avoided in disc-related pain (irritable)\n", hidden)
	same(t, "warning[D01]: no file at all\n"+
		"programmes/a b: 50%.md:1:7: error[P03]: `12-8` descends: {0} | \"quoted\" <b>\n"+
		"programmes/a b: 50%.md:2:1: info[E02]: could be shorter\n"+
		"programmes/a b: 50%.md:2:1: warning[P06]: no rest is stated (silenced)\n"+
		"programmes/disc.md:14:19: error[C01]: `romanian-deadlift` is to be avoided in disc-related pain (irritable)\n", shown)
	text := printed(t, Printer{ShowSilenced: true}, Text, list[1])
	if want := "  = note: silenced at programmes/a b: 50%.md:2 by A. Nurse (physiotherapist) on 2026-11-01 until 2027-11-01: circuit\n"; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

func TestColourChangesNothingElse(t *testing.T) {
	for _, format := range []Format{Text, Short} {
		list := mixed(t)
		bare := printed(t, Printer{ShowInfos: true, ShowSilenced: true}, format, list...)
		coloured := printed(t, Printer{ShowInfos: true, ShowSilenced: true, Colour: true}, format, list...)
		if strings.Contains(bare, "\x1b") || !strings.Contains(coloured, "\x1b[1;31merror[C01]\x1b[0m") {
			t.Errorf("%s: colour is not as it was told", format)
		}
		same(t, bare, regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(coloured, ""))
	}
}

func TestParseFormat(t *testing.T) {
	for _, name := range []string{"text", "short", "json", "sarif", "github"} {
		if f, err := ParseFormat(name); err != nil || string(f) != name {
			t.Errorf("%s: %v, %v", name, f, err)
		}
	}
	if _, err := ParseFormat("xml"); err == nil || !strings.Contains(err.Error(), "sarif or github") {
		t.Errorf("xml: %v", err)
	}
	if err := (Printer{}).Print(&strings.Builder{}, "xml", nil); err == nil {
		t.Error("printed as xml")
	}
}
