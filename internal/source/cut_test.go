package source

import (
	"bytes"
	"testing"

	"github.com/adrg/frontmatter"

	"regimen/internal/diag"
)

// FuzzCut holds the cut of a file whose fences are as they should be to that of the
// splitter that other programs use.
func FuzzCut(f *testing.F) {
	for _, archive := range fixtures(f) {
		for _, text := range texts(archive) {
			for _, form := range forms(text.input) {
				f.Add(form.stored, true)
				f.Add(form.stored, false)
			}
		}
	}
	for _, text := range []string{"---\n# Nothing\n---\nx\n", "---\na: 1\n--- \t\r\n", "\n\n---\na: 1\n---", "---\na: |\n  ---\n---\n---\n"} {
		f.Add([]byte(text), true)
	}
	f.Fuzz(func(t *testing.T, text []byte, needed bool) {
		file := diag.NewFile("x.md", text)
		if _, ok := Readable(file); !ok {
			return
		}
		finder := fenceFinder{file: file, needed: needed}
		ours := finder.find()
		if theirs, ok := splitWhole(text, ours.open); ok && len(finder.found) == 0 && ours.end > ours.block && theirs != ours.body {
			t.Errorf("the prose begins at %d, and in other programs at %d", ours.body, theirs)
		}
	})
}

// splitWhole asks the splitter where the prose begins.
func splitWhole(text []byte, open int) (body int, ok bool) {
	rest, err := frontmatter.Parse(bytes.NewReader(text[open:]), nil, &frontmatter.Format{
		Start: fenceMark, End: fenceMark, UnmarshalDelims: true,
		Unmarshal: func([]byte, any) error { ok = true; return nil },
	})
	return len(text) - len(rest), ok && err == nil
}
