package check_test

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/check"
)

// mutationFixtures are the files that slips are planted in: those of the reference
// site, those of the texts' passing examples, and those of a small site that uses what
// the others do not.
func mutationFixtures(t *testing.T) []*subject {
	t.Helper()
	var out []*subject
	full, bare := referenceSite(t)
	for _, name := range slices.Sorted(maps.Keys(full)) {
		site := maps.Clone(bare)
		site[name] = full[name]
		out = append(out, &subject{group: "reference", path: name, site: site, builtIn: bare})
	}
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, doc := range check.Docs() {
		for _, example := range examples(t, sections(doc.Text)["Passes"]) {
			for _, f := range example.Files {
				if !seen[string(f.Data)] && strings.HasSuffix(f.Name, ".md") {
					seen[string(f.Data)] = true
					out = append(out, &subject{group: "examples", path: f.Name, site: siteOf(base, example), builtIn: bare})
				}
			}
		}
	}
	own, err := txtar.ParseFile("testdata/mutation.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range own.Files {
		out = append(out, &subject{group: "own", path: f.Name, site: siteOf(own), builtIn: bare})
	}
	m := readModel()
	known := m.known(string(full["vocabulary.md"].Data))
	for _, f := range out {
		f.prepare(t, m, known)
	}
	return out
}

func siteOf(archives ...*txtar.Archive) fstest.MapFS {
	site := fstest.MapFS{}
	for _, archive := range archives {
		for _, f := range archive.Files {
			site[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return site
}

// referenceSite is the reference site twice: as it stands, and with its prose left
// out, which stands around the one file that a slip is planted in.
func referenceSite(t *testing.T) (full, bare fstest.MapFS) {
	t.Helper()
	full, bare = fstest.MapFS{}, fstest.MapFS{}
	err := fs.WalkDir(reference.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(reference.FS, name)
		full[name] = &fstest.MapFile{Data: text}
		bare[name] = &fstest.MapFile{Data: outline(name, text)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return full, bare
}

// outline keeps of a file what others refer to: its frontmatter, without most of what
// is only to be read, and its headings. A load takes half the time so.
func outline(name string, text []byte) []byte {
	front, body, _ := strings.Cut(string(text), "\n---\n")
	if strings.HasPrefix(name, "exercises/") {
		return []byte(front + "\n---\n" + exerciseBody)
	}
	if name != "conditions/non-specific.md" {
		front = regexp.MustCompile(`(?m)^guidance:\n(?:  .*\n)+`).ReplaceAllString(front, "")
	}
	headings := regexp.MustCompile(`(?m)^#.*\n`).FindAllString(body, -1)
	return []byte(front + "\n---\n" + strings.Join(headings, "\nSome words.\n\n"))
}

const exerciseBody = `## How to perform

1. Begin.
2. Go on.
3. End.

## Key points

- Breathe: out, then in.

## Common mistakes

- You rush. Slow down.
`

// prepare reads a fixture and notes what its site gives without any slip.
func (f *subject) prepare(t *testing.T, m keyModel, known map[string]bool) {
	t.Helper()
	f.kind, f.text, f.known = kindOf(f.path), string(f.site[f.path].Data), known
	f.names, f.quiet = map[string][]string{}, map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(f.site)) {
		if dir, file := path.Split(name); strings.HasSuffix(file, ".md") {
			f.names[strings.TrimSuffix(dir, "/")] = append(f.names[strings.TrimSuffix(dir, "/")], strings.TrimSuffix(file, ".md"))
		}
	}
	f.scan(m)
	for _, d := range new(desk).findings(t, f.site, f.builtIn) {
		f.quiet[identityOf(d)]++
		if d.At.Path() == f.path {
			t.Logf("the fixture is not clean: %s %s", line(d), d.Message)
		}
	}
}

// fact is the value of a key at the margin of another file of the site.
func (f *subject) fact(name, key string) string {
	file := f.site[name]
	if file == nil {
		return ""
	}
	m := regexp.MustCompile(`(?m)^` + key + `: *(.*)$`).FindSubmatch(file.Data)
	if m == nil {
		return ""
	}
	return string(m[1])
}
