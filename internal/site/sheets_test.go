package site_test

import (
	"errors"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/site"
)

// phased is a programme that lays every trap for a sheet: doses that phases change, one
// side only, a long session, a session of one row, words that need escaping.
const phased = "testdata/phased.txtar"

// smallWith is the small site with more files, and with keys more in index.md.
func smallWith(t *testing.T, archive, keys string) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{"testdata/small.txtar", archive} {
		if name == "" {
			continue
		}
		files, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files.Files {
			folder[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	index := string(folder["index.md"].Data)
	folder["index.md"] = &fstest.MapFile{Data: []byte(strings.Replace(index, "---\n", "---\n"+keys, 1))}
	return folder
}

func paths(t *testing.T, folder fs.FS, paper bool) []string {
	t.Helper()
	lib, found := loaded(t, folder)
	o := options(folder)
	o.Paper = paper
	out, err := site.Build(lib, found, o)
	if err != nil {
		t.Fatal(err)
	}
	return out.Paths()
}

func sheetsAmong(paths []string) []string {
	var out []string
	for _, p := range paths {
		if strings.Contains(p, "/sheets/") {
			out = append(out, strings.TrimPrefix(p, "programmes/"))
		}
	}
	return out
}

// TestChosenSheets asks which sheets a site has: all, those that it names, none when it
// is large; on paper all, and those of private programmes.
func TestChosenSheets(t *testing.T) {
	all := []string{"hold/sheets/a5.html", "hold/sheets/booklet.html", "hold/sheets/large.html", "hold/sheets/log.html", "hold/sheets/pocket.html"}
	for keys, want := range map[string][]string{
		"":                             all,
		"sheets:\n":                    all,
		"sheets: [log, a5, log]\n":     {"hold/sheets/a5.html", "hold/sheets/log.html"},
		"sheets: []\n":                 nil,
		"sheets: booklet\n":            {"hold/sheets/booklet.html"},
		"sheets: [pocket]\nx-y: 1\n":   {"hold/sheets/pocket.html"},
		"x-y: many\n":                  nil,
		"x-y: many\nsheets: [large]\n": {"hold/sheets/large.html"},
	} {
		folder := smallWith(t, "", keys)
		if strings.Contains(keys, "many") {
			for i := range 50 {
				folder[fmt.Sprintf("programmes/more-%d.md", i)] = &fstest.MapFile{Data: []byte(smallFile(t, "programmes/hold.md"))}
			}
		}
		got := sheetsAmong(paths(t, folder, false))
		got = slices.DeleteFunc(got, func(p string) bool { return strings.HasPrefix(p, "more-") })
		if !slices.Equal(got, want) {
			t.Errorf("%q gives %v, want %v", keys, got, want)
		}
	}
	folder := smallWith(t, "", "sheets: []\n")
	private := strings.Replace(smallFile(t, "programmes/hold.md"), "---\n", "---\nstatus: private\n", 1)
	folder["programmes/anna.md"] = &fstest.MapFile{Data: []byte(private)}
	for _, p := range paths(t, folder, false) {
		if strings.Contains(p, "anna") {
			t.Errorf("a private programme is on the site as %s", p)
		}
	}
	printed := paths(t, folder, true)
	if n := len(sheetsAmong(printed)); n != 2*len(all) || !slices.Contains(printed, "programmes/anna/a.html") {
		t.Errorf("on paper there are %d sheets, want those of both programmes", n)
	}
}

// rowsOf are words that each sheet with sessions must show, in the order of the rows.
var rowsOf = []string{"Plank &lt;&#34;on forearms&#34;&gt;", "2–3 × 20–45", "Ab wheel", "3 × 6–10"}

// TestSheetsSay reads each sheet for what it owes its readers.
func TestSheetsSay(t *testing.T) {
	out := build(t, smallWith(t, phased, ""), "https://example.org/small/")
	due := map[string][]string{
		"large":   append([]string{`class="box"`, "Next time."}, rowsOf...),
		"a5":      append([]string{`class="box"`, "Two cards on one A4 sheet"}, rowsOf...),
		"pocket":  append([]string{"Your pain guide"}, rowsOf...),
		"log":     {"Week 1<", "Week 4<", "From week 5: Go on", "Effort from 1", "Monday", "Thursday"},
		"booklet": append([]string{"Contents", "Rest on your forearms", `href="#exercise-plank"`, `id="exercise-plank"`, "Week 4<", "Emergency", `<svg class="code"`}, rowsOf...),
	}
	for _, sheet := range slices.Sorted(maps.Keys(due)) {
		page := "programmes/hold/sheets/" + sheet + ".html"
		text := render(t, out, page)
		for _, words := range due[sheet] {
			if !strings.Contains(text, words) {
				t.Errorf("%s does not say %s", page, words)
			}
		}
		plain := html.UnescapeString(text)
		for _, words := range []string{
			`data-must="clearance"`, `data-must="stop"`, `data-must="checked"`, "Sore back, calm", "sharp or sudden pain",
			"A doctor or physiotherapist must agree", "not medical advice", "thresholds of 2026-11",
			`href="../../../programmes/hold.html"`, "css/sheets.css", "js/print.js", `data-print hidden`, "version 1.0",
		} {
			if !strings.Contains(plain, words) && !strings.Contains(text, words) {
				t.Errorf("%s does not say %s", page, words)
			}
		}
		if n := strings.Count(text, `href="#exercise-plank"`); sheet == "booklet" && n != 2 {
			t.Errorf("contents and sessions lead to the plank %d times, want 2", n)
		}
		for _, other := range slices.Sorted(maps.Keys(due)) {
			if leads := strings.Contains(text, `href="../../../programmes/hold/sheets/`+other+`.html"`); leads != (other != sheet) {
				t.Errorf("%s leads to %s: %v", page, other, leads)
			}
		}
	}
}

// TestSheetsAreNamed asks that programme and sessions lead to the sheets.
func TestSheetsAreNamed(t *testing.T) {
	out := build(t, small(t), "")
	for _, page := range []string{"programmes/hold.html", "programmes/hold/a.html"} {
		for _, sheet := range []string{"large", "a5", "pocket", "log", "booklet"} {
			if !strings.Contains(render(t, out, page), "programmes/hold/sheets/"+sheet+".html") {
				t.Errorf("%s does not lead to %s", page, sheet)
			}
		}
	}
}

// TestPhasesOnPaper reads what a row is in which weeks, and what the phases say of the load.
func TestPhasesOnPaper(t *testing.T) {
	out := build(t, smallWith(t, phased, ""), "https://example.org/small")
	for _, page := range []string{"programmes/turns/a.html", "programmes/turns/sheets/large.html", "programmes/turns/sheets/pocket.html", "programmes/turns.html"} {
		got := saidBy(render(t, out, page))
		for _, want := range []string{
			"weeks 1–4 2 × 20 s rest 45 s weeks 5–6 Ab wheel 3 × 6 rest 60 s half the way weeks 7–10 2 × 20 s rest 45 s from week 11 4 × 30 s rest 60 s",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%s does not say %q:\n%s", page, want, got)
			}
		}
	}
	got := saidBy(render(t, out, "programmes/turns/a.html"))
	for _, want := range []string{
		"Start, weeks 1–4 Change, weeks 5–6 Back, weeks 7–8 Still, weeks 9–10 More, from week 11",
		"Start: at most light load and weights do not go up yet.", "Change: weights go up by at most 5 %.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the sheet does not say %q:\n%s", want, got)
		}
	}
	if once := saidBy(render(t, out, "programmes/turns/b.html")); strings.Contains(once, "Change, weeks 5–6") || strings.Contains(once, "9 × 9") || strings.Contains(once, "weeks 1–4 2 ×") {
		t.Errorf("the sheet of a session shows a phase that does not use it, or a dose that never changes by phase:\n%s", once)
	}
}

var tag = regexp.MustCompile(`(?s)<script.*?</script>|<[^>]*>`)

// saidBy is the text of a page, without data, each run of white space one space.
func saidBy(page string) string {
	text := html.UnescapeString(tag.ReplaceAllString(page, " "))
	return strings.Join(strings.Fields(strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(text)), " ")
}

// TestDateColumns counts the boxes of a row: as many as the session has dates in a
// phase, four to six.
func TestDateColumns(t *testing.T) {
	out := build(t, smallWith(t, phased, ""), "")
	for page, want := range map[string]int{
		"programmes/turns/a.html":         4, // once a week for four weeks
		"programmes/turns/b.html":         4, // twice in two weeks: no sheet has fewer columns
		"programmes/hold/a.html":          6, // twice a week for four weeks
		"programmes/five/a.html":          5, // once a week for five
		"programmes/plain/a.html":         6, // no phase
		"programmes/turns/sheets/a5.html": 3 * 2,
	} {
		if got := strings.Count(render(t, out, page), ">Date</th>"); got != want {
			t.Errorf("%s has %d columns for dates, want %d", page, got, want)
		}
	}
}

// TestSidesInBoxes asks for L and R where sides are done one by one, and only there.
func TestSidesInBoxes(t *testing.T) {
	out := build(t, smallWith(t, phased, ""), "")
	text := render(t, out, "programmes/five/a.html")
	if got := strings.Count(text, `<span>L</span><span>R</span>`); got != 5 {
		t.Errorf("%d boxes have sides, want the 5 of the side plank", got)
	}
}

// TestFit asks how a session comes onto its page.
func TestFit(t *testing.T) {
	out := build(t, smallWith(t, phased, ""), "")
	for page, want := range map[string]string{"programmes/plain/a.html": `class="sheet"`, "programmes/five/b.html": `class="sheet long"`} {
		text := render(t, out, page)
		if !strings.Contains(text, want) {
			t.Errorf("%s is not %s", page, want)
		}
		if one := strings.Contains(text, "Page 1 of 1"); one == strings.Contains(want, "long") {
			t.Errorf("%s says that it is one page: %v", page, one)
		}
	}
}

// TestSheetsOwe takes away, one by one, what every sheet must show: nothing is built
// without it, whatever a theme says.
func TestSheetsOwe(t *testing.T) {
	for theme, want := range map[string]string{
		"\n-- theme/templates/partials/sheet-checked.html --\n<p>Trust us.</p>\n":                       "what the programme was checked against",
		"\n-- theme/templates/partials/sheet-notices.html --\n{{template \"partials/stop\" .Safety}}\n": "the clearance notice",
		"\n-- theme/templates/sheets/log.html --\n<h1>{{.Title}}</h1>\n":                                "the clearance notice",
		"\n-- theme/templates/sheets/a5.html --\n<h1>{{.Title}}</h1><i data-must=\"clearance\"></i>\n":  "the clearance notice",
	} {
		_, err := themed(t, theme)
		var broken *site.TemplateError
		if !errors.As(err, &broken) || !strings.Contains(broken.Message, "leaves out "+want) {
			t.Errorf("%s gives %v, want that it leaves out %s", theme, err, want)
		}
	}
}

// TestRowsOnPaper reads what a row says beside its dose: how a group is done, the one
// side, and the variant in place of the exercise.
func TestRowsOnPaper(t *testing.T) {
	out := build(t, smallWith(t, phased, ""), "")
	for _, page := range []string{"programmes/groups/a.html", "programmes/groups.html", "programmes/groups/sheets/large.html", "programmes/groups/sheets/pocket.html"} {
		got := saidBy(render(t, out, page))
		for _, want := range []string{"A: one set of each in turn, 3 rounds, rest 60 s", "left side only", "Plank on the knees"} {
			if strings.Count(got, want) != 1 {
				t.Errorf("%s says %q %d times:\n%s", page, want, strings.Count(got, want), got)
			}
		}
	}
	if n := strings.Count(render(t, out, "programmes/groups/a.html"), "<span>L</span>"); n != 6 {
		t.Errorf("%d boxes have sides, want the 6 of the row with both", n)
	}
}

// A page is the same whichever pages were made before it.
func TestPagesInAnyOrder(t *testing.T) {
	forth, back := build(t, reference.FS, ""), build(t, reference.FS, "")
	want := map[string]string{}
	for _, name := range forth.Paths() {
		want[name] = render(t, forth, name)
	}
	for _, name := range slices.Backward(back.Paths()) {
		if render(t, back, name) != want[name] {
			t.Errorf("%s is another page when it is made before the others", name)
		}
	}
}
