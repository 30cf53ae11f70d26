package content_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	reference "regimen/content"
	"regimen/internal/content"
	"regimen/internal/regimen"
)

const front = "category: core-stability\npattern: anti-extension\nequipment: []\nmeasure: time\nsides: both\ndose: 3 x 20 s, rest 45 s\n"

// plank is an exercise with more keys and more text.
func plank(keys, text string) string {
	return "---\ntitle: Plank\n" + front + keys + "---\n" + text + "\n## How to perform\n\n1. Hold it.\n"
}

func programme(exercise string) string {
	return "---\ntitle: Evening\ngoal: strength\nlevel: novice\nschedule: {per-week: 2}\nsessions:\n  a:\n    exercises:\n      - {exercise: " + exercise + ", dose: 3 x 20 s}\n---\n"
}

const condition = "---\ntitle: Sore\nclearance: 1\nstages:\n  early: {tolerates: {}}\n---\n"

// reloads are edits of a small site, each of which lets another file read otherwise, or
// not. An empty text is a file that is not there.
var reloads = []struct {
	name          string
	before, after map[string]string
}{
	{"a text", map[string]string{"exercises/plank.md": plank("", "One.")}, map[string]string{"exercises/plank.md": plank("", "Two.")}},
	{"an id that is named comes", map[string]string{"exercises/plank.md": plank("progressions: [ab-wheel]\n", ""), "exercises/ab-wheel.md": ""}, map[string]string{"exercises/ab-wheel.md": plank("", "")}},
	{"an id that is named goes", map[string]string{"exercises/plank.md": plank("progressions: [ab-wheel]\n", ""), "exercises/ab-wheel.md": plank("", "")}, map[string]string{"exercises/ab-wheel.md": ""}},
	{"an id that may be meant comes", map[string]string{"exercises/plank.md": plank("progressions: [ab-whel]\n", ""), "exercises/ab-wheel.md": ""}, map[string]string{"exercises/ab-wheel.md": plank("", "")}},
	{"the first programme comes", map[string]string{"exercises/plank.md": plank("progressions: [nothing]\n", ""), "programmes/evening.md": ""}, map[string]string{"programmes/evening.md": programme("plank")}},
	{"a second file of an id comes", map[string]string{"exercises/plank.md": plank("", "")}, map[string]string{"exercises/deep/plank.md": plank("", "")}},
	{"a file moves", map[string]string{"exercises/deep/plank.md": plank("", "")}, map[string]string{"exercises/deep/plank.md": "", "exercises/plank.md": plank("", "")}},
	{"a word comes", map[string]string{"exercises/plank.md": plank("position: kneeling\noptional-equipment: [sofa]\n", "")}, map[string]string{"vocabulary.md": "---\nequipment:\n  sofa: {title: Sofa}\n---\n"}},
	{"a word goes", map[string]string{"exercises/plank.md": plank("optional-equipment: [sofa]\n", ""), "vocabulary.md": "---\nequipment:\n  sofa: {title: Sofa}\n---\n"}, map[string]string{"vocabulary.md": ""}},
	{"a level of a band comes", map[string]string{"programmes/evening.md": programme("plank, load: soft"), "exercises/plank.md": plank("", "")}, map[string]string{"vocabulary.md": "---\nequipment:\n  band: {title: Band, levels: [soft]}\n---\n"}},
	{"a text of the vocabulary", map[string]string{"vocabulary.md": "---\ntitle: Words\n---\nOne.\n"}, map[string]string{"vocabulary.md": "---\ntitle: Words\n---\nTwo.\n"}},
	{"another file beside an own vocabulary", map[string]string{"vocabulary.md": "---\nstressors:\n  new: {title: New}\n---\n", "exercises/plank.md": plank("", "One.")}, map[string]string{"exercises/plank.md": plank("", "Two.")}},
	{"a stage", map[string]string{"conditions/sore.md": condition, "exercises/plank.md": plank("not-before: {sore: early}\n", "")}, map[string]string{"conditions/sore.md": "---\ntitle: Sore\nclearance: 1\nstages:\n  late: {tolerates: {}}\n---\n"}},
	{"a source comes", map[string]string{"references.md": "---\nreferences: {a: {title: A}}\n---\n", "exercises/plank.md": plank("", "It is so [@b].")}, map[string]string{"references.md": "---\nreferences: {b: {title: B}}\n---\n"}},
	{"a source goes", map[string]string{"references.md": "---\nreferences: {a: {title: A}}\n---\n", "exercises/plank.md": plank("", "It is so [@a].")}, map[string]string{"references.md": "---\nreferences: {b: {title: B}}\n---\n"}},
	{"a target comes", map[string]string{"exercises/plank.md": plank("", "[Rest](../guides/rest.md)"), "guides/rest.md": ""}, map[string]string{"guides/rest.md": "---\ntitle: Rest\n---\n"}},
	{"a target goes", map[string]string{"exercises/plank.md": plank("", "[Rest](../guides/rest.md)"), "guides/rest.md": "---\ntitle: Rest\n---\n"}, map[string]string{"guides/rest.md": ""}},
	{"a target that may be meant comes", map[string]string{"exercises/plank.md": plank("", "[Rest](../guides/rests.md)"), "guides/rest.md": ""}, map[string]string{"guides/rest.md": "---\ntitle: Rest\n---\n"}},
	{"a heading goes", map[string]string{"exercises/plank.md": plank("", "[Rest](../guides/rest.md#sleep)"), "guides/rest.md": "---\ntitle: Rest\n---\n## Sleep\n\nWell.\n"}, map[string]string{"guides/rest.md": "---\ntitle: Rest\n---\nWell.\n"}},
	{"a target becomes a draft", map[string]string{"exercises/plank.md": plank("", "[Rest](../guides/rest.md)"), "guides/rest.md": "---\ntitle: Rest\n---\n"}, map[string]string{"guides/rest.md": "---\ntitle: Rest\nstatus: draft\n---\n"}},
	{"a picture comes", map[string]string{"exercises/plank.md": plank("", "![Straight](../media/a.svg)"), "media/a.svg": ""}, map[string]string{"media/a.svg": "<svg/>"}},
	{"a picture of the frontmatter goes", map[string]string{"exercises/plank.md": plank("media: [{file: a.svg}]\n", ""), "media/a.svg": "<svg/>"}, map[string]string{"media/a.svg": ""}},
	{"the language of phrases", map[string]string{"theme/words.json": `{"{n} exercises": {"one": "{n}", "other": "{n}"}}`, "index.md": "---\nid: a\ntitle: A\n---\n"}, map[string]string{"index.md": "---\nid: a\ntitle: A\nlanguage: pl\n---\n"}},
	{"a phrase", map[string]string{"theme/words.json": `{"Guides": "Wisdom"}`}, map[string]string{"theme/words.json": `{"Guides": "Advice"}`}},
	{"a theme goes", map[string]string{"theme/words.json": `{"Guides": "Wisdom"}`}, map[string]string{"theme/words.json": ""}},
	{"a template", map[string]string{"theme/templates/partials/stop.html": "<p>One.</p>"}, map[string]string{"theme/templates/partials/stop.html": "<p>Two.</p>"}},
	{"a safety file of one's own", map[string]string{"safety/general.md": ""}, map[string]string{"safety/general.md": "---\ntitle: Mine\nstop: [pain]\n---\n"}},
	{"a safety file is lent again", map[string]string{"safety/general.md": "---\ntitle: Mine\nstop: [pain]\n---\n"}, map[string]string{"safety/general.md": ""}},
	{"a stray file", map[string]string{}, map[string]string{"notes.md": "x"}},
	{"an allowance", map[string]string{"exercises/plank.md": plank("", "One.")}, map[string]string{"exercises/plank.md": plank("# regimen:allow R06 -- it is meant\n", "One.")}},
}

// TestReload asks of each edit that reading what changed gives what reading all gives,
// when the edit is made and when it is taken back.
func TestReload(t *testing.T) {
	for _, c := range reloads {
		t.Run(c.name, func(t *testing.T) {
			folder := fstest.MapFS{"index.md": {Data: []byte("---\nid: small\ntitle: Small\n---\n")}}
			put(folder, c.before)
			r := content.NewReader(reference.FS)
			if _, _, err := r.Load(folder); err != nil {
				t.Fatal(err)
			}
			was := maps.Clone(folder)
			put(folder, c.after)
			same(t, r, folder, slices.Collect(maps.Keys(c.after)))
			back := map[string]string{}
			for name := range c.after {
				if file := was[name]; file != nil {
					back[name] = string(file.Data)
				} else {
					back[name] = ""
				}
			}
			put(folder, back)
			same(t, r, folder, slices.Collect(maps.Keys(c.after)))
		})
	}
}

func put(folder fstest.MapFS, files map[string]string) {
	for name, text := range files {
		if delete(folder, name); text != "" {
			folder[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
}

// same asks that a reader told what was touched gives what a new one gives.
func same(t *testing.T, r *content.Reader, folder fs.FS, touched []string) *regimen.Library {
	t.Helper()
	lib, found, err := r.Reload(folder, touched)
	if err != nil {
		t.Fatal(err)
	}
	wantLib, want, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(found, want) {
		t.Errorf("found %v\nwant %v", found, want)
	}
	if !reflect.DeepEqual(lib, wantLib) {
		t.Errorf("the library is\n%+v\nwant\n%+v", lib, wantLib)
	}
	return lib
}

// TestUnchangedIsShared asks that what an edit does not reach keeps its address.
func TestUnchangedIsShared(t *testing.T) {
	folder := fstest.MapFS{}
	put(folder, map[string]string{
		"exercises/plank.md": plank("", "One."), "exercises/ab-wheel.md": plank("regressions: [plank]\n", ""),
		"programmes/evening.md": programme("plank"), "conditions/sore.md": condition, "theme/templates/partials/stop.html": "<p>Stop.</p>",
	})
	r := content.NewReader(reference.FS)
	was, _, err := r.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	put(folder, map[string]string{"exercises/plank.md": plank("", "Two.")})
	now := same(t, r, folder, []string{"exercises/plank.md"})
	if was.Exercise("plank") == now.Exercise("plank") {
		t.Error("what changed is the same")
	}
	if was.Exercise("ab-wheel") != now.Exercise("ab-wheel") || was.Programmes[0] != now.Programmes[0] || was.Conditions[0] != now.Conditions[0] ||
		was.Vocabulary.File != now.Vocabulary.File || was.Safety[0] != now.Safety[0] || was.References[0] != now.References[0] ||
		was.Theme.Templates["partials/stop.html"] != now.Theme.Templates["partials/stop.html"] {
		t.Error("what stayed is another")
	}
	put(folder, map[string]string{"index.md": "---\nid: a\ntitle: A\nreferences: [b]\n---\n", "references.md": ""})
	was = same(t, r, folder, []string{"index.md", "references.md"})
	put(folder, map[string]string{"references.md": "---\nreferences: {b: {title: B}}\n---\n"})
	if now := same(t, r, folder, []string{"references.md"}); was.Site.File == now.Site.File {
		t.Error("a site that reads otherwise is the same")
	}
	now = same(t, r, folder, nil)
	if again, _, err := r.Load(folder); err != nil || again.Exercise("plank") != now.Exercise("plank") {
		t.Error("looking at every file made another of one that stayed", err)
	}
}

// TestAFolderIsTouched names no more than the folder of new files.
func TestAFolderIsTouched(t *testing.T) {
	folder := fstest.MapFS{}
	put(folder, map[string]string{"exercises/plank.md": plank("", "")})
	r := content.NewReader(reference.FS)
	if _, _, err := r.Load(folder); err != nil {
		t.Fatal(err)
	}
	put(folder, map[string]string{"safety/general.md": "---\ntitle: Mine\nstop: [pain]\n---\n", "safety/deep/knee.md": "---\ntitle: Knee\n---\n"})
	same(t, r, folder, []string{"safety"})
	put(folder, map[string]string{"safety/general.md": "", "safety/deep/knee.md": ""})
	same(t, r, folder, []string{"safety"})
}

// TestAFailureIsForgotten reads a folder that cannot be read for a while.
func TestAFailureIsForgotten(t *testing.T) {
	folder := fstest.MapFS{}
	put(folder, map[string]string{"exercises/plank.md": plank("progressions: [ab-wheel]\n", "")})
	r := content.NewReader(reference.FS)
	if _, _, err := r.Load(folder); err != nil {
		t.Fatal(err)
	}
	put(folder, map[string]string{"exercises/ab-wheel.md": plank("", "")})
	if _, _, err := r.Reload(broken{folder}, []string{"exercises/ab-wheel.md"}); err == nil {
		t.Fatal("read what cannot be read")
	}
	same(t, r, folder, []string{})
}

// broken is a folder with files that cannot be opened.
type broken struct{ fstest.MapFS }

func (b broken) Open(name string) (fs.File, error) {
	if filepath.Ext(name) == ".md" {
		return nil, fs.ErrPermission
	}
	return b.MapFS.Open(name)
}

func (b broken) Lstat(name string) (fs.FileInfo, error) { return b.MapFS.Lstat(name) }

func (b broken) ReadLink(name string) (string, error) { return b.MapFS.ReadLink(name) }

// TestSizeAndTimeAreNotTrustedTooSoon writes a file twice within one tick of the clock of
// the file system, and puts another of the same looks in its place.
func TestSizeAndTimeAreNotTrustedTooSoon(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "guides", "rest.md")
	write := func(name, title string, changed time.Time) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("---\ntitle: "+title+"\n---\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, changed, changed); err != nil {
			t.Fatal(err)
		}
	}
	r := content.NewReader(reference.FS)
	titled := func(want string) {
		t.Helper()
		lib, _, err := r.Load(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		if got := lib.Guides[0].Title; got != want {
			t.Errorf("the title is %s, want %s", got, want)
		}
	}
	// A time that is still to come is as good as now, however long the test takes.
	soon, long := time.Now().AddDate(0, 0, 1), time.Now().AddDate(0, 0, -1)
	write(name, "One", soon)
	titled("One")
	write(name, "Two", soon)
	titled("Two")
	other := filepath.Join(dir, "other")
	write(name, "Two", long)
	write(other, "Six", long)
	titled("Two")
	if err := os.Rename(other, name); err != nil {
		t.Fatal(err)
	}
	titled("Six")
}
