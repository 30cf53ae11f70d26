package check_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
)

// elsewhere is what the model makes of the reference programme in each condition, as
// the domain specification works it out: a row needs a note (C), a modification (M) or
// another exercise (A); all others are suitable as written.
const elsewhere = `
non-specific/flare | C: cat-cow trap-bar-deadlift farmer-carry
non-specific/settled |
disc-related/irritable | M: cat-cow trap-bar-deadlift farmer-carry | C: goblet-squat 90-90-hip-stretch plank
disc-related/settled | C: cat-cow
stenosis/symptomatic | M: cat-cow | C: glute-bridge bird-dog hip-thrust trap-bar-deadlift farmer-carry
post-surgical/weeks-1-4 | A: cat-cow glute-bridge goblet-squat bird-dog pallof-press hip-thrust trap-bar-deadlift face-pull farmer-carry plank | M: 90-90-hip-stretch thoracic-rotation | C: dead-bug
post-surgical/weeks-5-8 | A: trap-bar-deadlift farmer-carry | M: cat-cow goblet-squat | C: 90-90-hip-stretch thoracic-rotation pallof-press hip-thrust face-pull plank
post-surgical/weeks-9-12 | M: trap-bar-deadlift farmer-carry | C: cat-cow goblet-squat
post-surgical/months-4-6 | C: cat-cow
osteoporosis/high-risk | M: cat-cow | C: trap-bar-deadlift farmer-carry
spondylolisthesis/symptomatic | M: cat-cow | C: glute-bridge bird-dog hip-thrust trap-bar-deadlift farmer-carry`

// codes are the findings that the letters stand for. After surgery everything that is
// to be avoided comes with a later stage, so C07 tells of it.
var codes = map[string]string{"A": "C07", "M": "C02", "C": "C03"}

// The reference programme, declared for each stage in turn, gives the rows of that
// table and nothing else: every demand has a note of its own, so no caution is told;
// with the notes taken away, each is.
func TestReferenceProgrammeInOtherConditions(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(elsewhere), "\n")
	if len(rows) != 11 {
		t.Fatalf("%d stages", len(rows))
	}
	for _, line := range rows {
		cells := strings.Split(line, " |")
		stage, cells := cells[0], cells[1:]
		t.Run(stage, func(t *testing.T) {
			var told, noted []string
			for _, cell := range cells {
				letter, names, found := strings.Cut(strings.TrimSpace(cell), ": ")
				if !found {
					continue
				}
				for _, name := range strings.Fields(names) {
					if letter == "C" {
						noted = append(noted, "C03 "+name)
					} else {
						told = append(told, codes[letter]+" "+name)
					}
				}
			}
			if clearanceOf(stage) > 2 {
				told = append(told, "C08 2")
			}
			same(t, findingsFor(t, stage, true), told)
			same(t, findingsFor(t, stage, false), append(told, noted...))
		})
	}
}

// clearanceOf is what the stage asks for; the programme has 2.
func clearanceOf(stage string) int {
	if strings.HasPrefix(stage, "post-surgical") || strings.HasPrefix(stage, "osteoporosis") {
		return 3
	}
	return 2
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	slices.Sort(got)
	want = slices.Clone(want)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("found:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// The notes of stressors in the vocabulary, and of rows in the programme.
var (
	noteOfStressor = regexp.MustCompile(`(?m)^    note: .*\n`)
	noteOfRow      = regexp.MustCompile(`(?m)^        note: .*\n`)
)

// findingsFor declares a stage in a copy of the reference programme and lists what is
// found of its suitability, each with the words that it stands at. What the log may
// lead to (C10) is judged elsewhere.
func findingsFor(t *testing.T, stage string, notes bool) []string {
	t.Helper()
	condition, name, _ := strings.Cut(stage, "/")
	folder := copied(t)
	declare := strings.NewReplacer("condition: non-specific", "condition: "+condition, "stage: settled", "stage: "+name)
	programme := folder["programmes/stronger-back.md"]
	programme.Data = []byte(declare.Replace(string(programme.Data)))
	if vocabulary := folder["vocabulary.md"]; !notes {
		vocabulary.Data = noteOfStressor.ReplaceAll(vocabulary.Data, nil)
		programme.Data = noteOfRow.ReplaceAll(programme.Data, nil)
	}
	lib, found, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range append(found, check.Run(lib, examplesDay)...) {
		if strings.HasPrefix(d.Code, "C") && d.Code != "C10" {
			out = append(out, d.Code+" "+d.At.Text())
		} else if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.Code, d.Message)
		}
	}
	return out
}

func copied(t *testing.T) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	err := fs.WalkDir(reference.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(reference.FS, name)
		folder[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folder
}
