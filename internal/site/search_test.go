package site_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	reference "regimen/content"
)

// searchFixture is what the tests of the scripts search.
var searchFixture = filepath.Join("..", "..", "static", "js", "tests", "search.json")

// TestSearchFixture compares the index of the reference site with the one that the
// tests of the scripts search, a line an exercise. -update writes it anew.
func TestSearchFixture(t *testing.T) {
	got := strings.ReplaceAll(render(t, build(t, reference.FS, ""), "data/search.json"), "],[", "],\n[")
	if *update {
		if err := os.WriteFile(searchFixture, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(searchFixture)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the index is not the one in %s: run go test ./internal/site -run SearchFixture -update", searchFixture)
	}
}

type searchIndex struct {
	Muscles, Equipment, Stages [][]string
	Needs                      [][]json.RawMessage
	Verdicts                   []string
	VerdictWords               [][]string `json:"verdict_words"`
	Exercises, Pages           [][]json.RawMessage
}

func searchOf(t *testing.T, folder fstest.MapFS) (index searchIndex, text string) {
	t.Helper()
	text = render(t, build(t, folder, ""), "data/search.json")
	if err := json.Unmarshal([]byte(text), &index); err != nil {
		t.Fatal(err)
	}
	return index, text
}

// TestSearchNamesWhatIsListed asks that nothing unlisted or private can be found.
func TestSearchNamesWhatIsListed(t *testing.T) {
	folder := copied(t, small(t))
	if _, text := searchOf(t, folder); !strings.Contains(text, "sore-back/calm") || !strings.Contains(text, "guides/why.html") {
		t.Errorf("a listed condition or guide is not in the index: %s", text)
	}
	for _, file := range []string{"conditions/sore-back.md", "guides/why.md", "programmes/hold.md"} {
		folder[file].Data = []byte(strings.Replace(string(folder[file].Data), "\ntitle:", "\nstatus: unlisted\ntitle:", 1))
	}
	index, text := searchOf(t, folder)
	for _, hidden := range []string{"side-plank", "Side plank", "sore-back", "why.html", "hold.html", "Sore back"} {
		if strings.Contains(text, hidden) {
			t.Errorf("the index names %s", hidden)
		}
	}
	if len(index.Exercises) != 2 || len(index.Stages) != 0 || !slices.Equal(index.Verdicts, []string{""}) {
		t.Errorf("%d exercises, stages %v, verdicts %v", len(index.Exercises), index.Stages, index.Verdicts)
	}
}

// TestSearchRows reads two exercises back through the tables that they share.
func TestSearchRows(t *testing.T) {
	index, _ := searchOf(t, copied(t, small(t)))
	var row struct {
		title, id                 string
		aliases                   []string
		category, pattern, stance int
		primary, helping          []int
		need, verdicts            int
	}
	read := func(cells []json.RawMessage) {
		t.Helper()
		into := []any{&row.title, &row.id, &row.aliases, &row.category, &row.pattern, &row.stance, &row.primary, &row.helping, &row.need, &row.verdicts}
		for i, cell := range cells {
			if err := json.Unmarshal(cell, into[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	verdict := func() string { return index.VerdictWords[index.Verdicts[row.verdicts][0]-'0'][0] }
	read(index.Exercises[0])
	if row.title != "Ab wheel" || row.id != "" || row.stance != -1 || string(index.Needs[row.need][1]) != "[[11]]" || index.Equipment[11][0] != "ab-wheel" || verdict() != "modify" {
		t.Errorf("the ab wheel is %+v, which needs %s and is %s", row, index.Needs[row.need], verdict())
	}
	read(index.Exercises[1])
	if row.id != "plank" || !slices.Equal(row.aliases, []string{"front hold"}) || string(index.Needs[row.need][0]) != `"no equipment"` || verdict() != "caution" {
		t.Errorf("the plank is %+v, which needs %s and is %s", row, index.Needs[row.need], verdict())
	}
	if muscles := index.Muscles[row.primary[0]][0] + " " + index.Muscles[row.helping[0]][0]; muscles != "abdominals glutes" {
		t.Errorf("the plank trains %s", muscles)
	}
}
