package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// sheetContent is the reference content with programmes that are hard to print, a
// private one and the address of the site.
func sheetContent(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	copyContent(t, filepath.Join(dir, "content"), same)
	archive, err := txtar.ParseFile("testdata/sheets.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		writeContent(t, dir, f.Name, string(f.Data))
	}
	programme := contentText(t, dir, "programmes/stronger-back.md")
	writeContent(t, dir, "programmes/for-anna.md", strings.Replace(programme, "---\n", "---\nstatus: private\n", 1))
	index := contentText(t, dir, "index.md")
	writeContent(t, dir, "index.md", strings.Replace(index, "---\n", "---\nurl: https://physio.example.org/back\n", 1))
	return dir
}

func contentText(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "content", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func writeContent(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "content", name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// cards runs the command and reads the files that it wrote.
func cards(t *testing.T, dir, out string, args ...string) (printed string, files map[string]string) {
	t.Helper()
	cmd := regimenCommand(t, dir, append([]string{"cards", "--out", out}, args...)...)
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("cards %v: %v\n%s", args, err, text)
	}
	return string(text), tree(t, filepath.Join(dir, out))
}

var allKinds = []string{"--sheet", "session,large,a5,pocket,log,booklet"}

// mostPages is how many pages each file may have.
var mostPages = map[string]int{
	"stronger-back-a": 1, "stronger-back-b": 1, "stronger-back-a5": 2, "stronger-back-pocket": 1,
	"stronger-back-large": 6, "stronger-back-log": 2, "stronger-back-booklet": 18,
	"ten-a": 1, "ten-b": 1, "ten-c": 1, "phased-a": 1, "phased-b": 1, "fourteen-a": 2, "fourteen-b": 1,
}

// TestCards prints every sheet of the reference programme on both papers, and the
// sessions of the programmes that are hard to print.
func TestCards(t *testing.T) {
	dir := sheetContent(t)
	for _, paper := range []string{"a4", "letter"} {
		t.Run(paper, func(t *testing.T) {
			t.Parallel()
			told, files := cards(t, dir, "all-"+paper, append(allKinds, "--paper", paper, "stronger-back")...)
			_, hard := cards(t, dir, "hard-"+paper, "--paper", paper, "ten", "fourteen", "phased")
			if len(files) != 7 || len(hard) != 7 {
				t.Errorf("%d and %d files were written, want 7 and 7", len(files), len(hard))
			}
			for name := range files {
				if !strings.Contains(told, filepath.Join("all-"+paper, name)+": ") {
					t.Errorf("the command does not say that it wrote %s:\n%s", name, told)
				}
				hard[name] = files[name]
			}
			for name, pdf := range hard {
				checkCard(t, strings.TrimSuffix(name, ".pdf"), paper, []byte(pdf))
			}
		})
	}
}

var (
	pageSizes = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	pageOf    = regexp.MustCompile(`Page \d+ of (\d+)`)
)

func checkCard(t *testing.T, name, paper string, pdf []byte) {
	t.Helper()
	pages, text := pdfText(t, pdf)
	if pages == 0 || pages > mostPages[name] {
		t.Errorf("%s on %s has %d pages, want at most %d", name, paper, pages, mostPages[name])
	}
	wide := map[string]float64{"a4": 595, "letter": 612}[paper]
	if strings.HasSuffix(name, "-a5") {
		wide = 420
	}
	for _, size := range pageSizes.FindAllStringSubmatch(string(pdf), -1) {
		if got, _ := strconv.ParseFloat(size[1], 64); got < wide-1 || got > wide+1 {
			t.Errorf("%s on %s is %v points wide, want %v", name, paper, got, wide)
		}
	}
	for _, m := range pageOf.FindAllStringSubmatch(text, -1) {
		if m[1] != strconv.Itoa(pages) {
			t.Errorf("%s on %s says %q and has %d pages", name, paper, m[0], pages)
		}
	}
	for _, due := range []string{"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Lang (en-GB)", "/CreationDate (D:20000101000000+00'00')", "/ModDate (D:20000101000000+00'00')"} {
		if !bytes.Contains(pdf, []byte(due)) {
			t.Errorf("%s has no %s", name, due)
		}
	}
	if bytes.Contains(pdf, []byte("127.0.0.1")) {
		t.Errorf("%s leads to a host that is gone", name)
	}
	text = oneLine(text)
	for _, due := range []string{"Before you start", "Stop if you feel", "Checked against", "not medical advice"} {
		if !strings.Contains(text, due) {
			t.Errorf("%s on %s does not say %q", name, paper, due)
		}
	}
	cardRows(t, name, paper, text)
}

// cardRows asks for the rows of the sessions that a sheet shows.
func cardRows(t *testing.T, name, paper, text string) {
	t.Helper()
	where := name + " on " + paper
	switch programme, kind, _ := strings.Cut(strings.TrimPrefix(name, "stronger-back-"), "-"); {
	case name == "stronger-back-log":
		for week := range 12 {
			holdsRows(t, where, text, [][]string{{"Week " + strconv.Itoa(week+1)}})
		}
	case strings.HasPrefix(name, "stronger-back-") && rows[programme] != nil:
		holdsRows(t, where, text, rows[programme])
	case strings.HasPrefix(name, "stronger-back-"):
		for _, session := range rows {
			for _, row := range session {
				holdsRows(t, where, text, [][]string{{row[0]}})
			}
		}
	case name == "ten-a":
		holdsRows(t, where, text, [][]string{{"Cat-cow"}, {"Plank", "2–3 × 20–45 s"}, {"move one heel at a time"}, {"keep the weight close"}})
	case name == "fourteen-a":
		holdsRows(t, where, text, [][]string{{"Cat-cow"}, {"Chest-supported row"}, {"Next time"}})
		if n := strings.Count(text, "Sets × amount"); n != 2 {
			t.Errorf("%s repeats the head of its table %d times, want on both pages", where, n)
		}
	case name == "phased-a":
		holdsRows(t, where, text, [][]string{{"weeks 1–4", "3 × 8–10"}, {"weeks 5–8", "4 × 6–8"}, {"weeks 9–12", "Loaded"}, {"Single-leg"}})
	case kind == "":
		t.Errorf("%s is not known here", name)
	}
}

// pdfText reads a PDF back, with a form feed behind each page.
func pdfText(t *testing.T, pdf []byte) (pages int, text string) {
	t.Helper()
	cmd := exec.Command("pdftotext", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext (package poppler-utils): %v", err)
	}
	return strings.Count(string(out), "\f"), string(out)
}

// TestCardsWithoutBrowser asks how a reader without Chromium learns what to do.
func TestCardsWithoutBrowser(t *testing.T) {
	cmd := regimenCommand(t, t.TempDir(), "cards")
	cmd.Env = []string{"PATH=" + t.TempDir()}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitFailed || !strings.Contains(string(out), "install one (Debian: apt-get install chromium)") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestCardsTwice prints the same content in other surroundings: the files are equal,
// whatever else is printed with them.
func TestCardsTwice(t *testing.T) {
	dir := sheetContent(t)
	_, first := cards(t, dir, "first", "--sheet", "session,a5,booklet", "stronger-back")
	t.Setenv("TZ", "Asia/Tokyo")
	t.Setenv("GOMAXPROCS", "1")
	_, second := cards(t, dir, "second", "--sheet", "booklet,a5,session", "stronger-back")
	compareSites(t, "printed twice", first, second)
	t.Setenv("SOURCE_DATE_EPOCH", "1767225600")
	_, dated := cards(t, dir, "dated", "stronger-back")
	if pdf := dated["stronger-back-a.pdf"]; !strings.Contains(pdf, "/CreationDate (D:20260101000000+00'00')") || len(pdf) != len(first["stronger-back-a.pdf"]) {
		t.Error("SOURCE_DATE_EPOCH does not set the date")
	}
}

// TestPrivateCards prints a programme that is never on the site, and is not named on it.
func TestPrivateCards(t *testing.T) {
	dir := sheetContent(t)
	_, files := cards(t, dir, "cards")
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	want := []string{"for-anna-a.pdf", "for-anna-b.pdf", "fourteen-a.pdf", "fourteen-b.pdf", "phased-a.pdf", "phased-b.pdf",
		"stronger-back-a.pdf", "stronger-back-b.pdf", "ten-a.pdf", "ten-b.pdf", "ten-c.pdf"}
	if !slices.Equal(names, want) {
		t.Errorf("the files are %v, want %v", names, want)
	}
	if pdf := files["for-anna-a.pdf"]; strings.Contains(pdf, "programmes/for-anna") || !strings.Contains(pdf, "/URI (https://physio.example.org/back/exercises/dead-bug.html)") {
		t.Error("a private sheet leads to a page that nobody has, or not to the exercises")
	}
	if _, text := pdfText(t, []byte(files["for-anna-a.pdf"])); strings.Contains(text, "for-anna") {
		t.Error("a private sheet says an address at which it is not found")
	}
	if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, text := range tree(t, filepath.Join(dir, "public")) {
		if strings.Contains(name+text, "for-anna") {
			t.Errorf("%s names the private programme", name)
		}
	}
}

// TestPublished asks where links on paper may lead: to pages of the site, never to those
// of a private programme.
func TestPublished(t *testing.T) {
	folder := os.DirFS(filepath.Join(sheetContent(t), "content"))
	src := source{folder: folder, builtIn: folder}
	o := src.options("")
	o.Paper = true
	built, lib, found, err := compile(src, o)
	if err != nil || built == nil {
		t.Fatalf("%v %v", err, found)
	}
	p := press{site: built, lib: lib}
	for page, want := range map[string]string{
		"programmes/stronger-back.html":      "https://physio.example.org/back/programmes/stronger-back.html",
		"safety.html":                        "https://physio.example.org/back/safety.html",
		"programmes/for-anna.html":           "",
		"programmes/for-anna/a.html":         "",
		"programmes/for-anna/sheets/a5.html": "",
		"nowhere.html":                       "",
	} {
		if got := p.published(page); got != want {
			t.Errorf("%s leads to %q, want %q", page, got, want)
		}
	}
	lib.Site.URL = ""
	if got := p.published("safety.html"); got != "" {
		t.Errorf("without an address of the site a link leads to %q", got)
	}
}
