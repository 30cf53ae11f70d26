// Package bench makes content folders of any size and measures how fast regimen
// compiles them.
//
// A corpus looks like the reference site, which it contains: exercises of 2 kB in
// chains of progressions, programmes of two to four sessions, guides, and the six
// reference conditions however large it is. The same size always gives the same
// bytes, and `regimen check` finds no error in them. The bars themselves live in
// the tests: `make bench` prints each figure beside its bar.
package bench

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"regimen/content"
)

// seed is fixed, so that figures of different days are about the same bytes.
const seed = 20261101

// A session wants eight different exercises, and the tables have no more names.
const (
	fewest = 60
	most   = 100_000
)

// Generate writes a content folder of n exercises, n/10 programmes and n/50 guides,
// the reference site's among them.
func Generate(dir string, n int) error {
	if n < fewest || n > most {
		return fmt.Errorf("a corpus has %d to %d exercises", fewest, most)
	}
	c := &corpus{dir: dir}
	reference, err := c.copyReference()
	if err != nil {
		return err
	}
	c.exercises = n - reference["exercises"]
	programmes, guides := n/10-reference["programmes"], n/50-reference["guides"]
	for i := range c.exercises {
		c.write("exercises", exerciseAt(i).id(), c.exercise(i))
	}
	for i := range programmes {
		c.write("programmes", fmt.Sprintf("%s-%d", slug(programmeTitle(i)), i+1), c.programme(i))
	}
	for i := range guides {
		c.write("guides", fmt.Sprintf("%s-%d", slug(guideTitle(i)), i+1), c.guide(i))
	}
	return c.err
}

// corpus writes files until one fails.
type corpus struct {
	dir       string
	exercises int // generated, besides those of the reference site
	err       error
}

// copyReference copies the embedded site, with an address so that the sitemap and
// everything else that needs one is built. It counts the files by folder.
func (c *corpus) copyReference() (map[string]int, error) {
	count := map[string]int{}
	err := fs.WalkDir(content.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(c.dir, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		text, err := fs.ReadFile(content.FS, name)
		if err != nil {
			return err
		}
		folder, _, _ := strings.Cut(name, "/")
		count[folder]++
		if name == "index.md" && !bytes.Contains(text, []byte("\nurl:")) {
			text = bytes.Replace(text, []byte("\nlanguage:"), []byte("\nurl: https://example.org/\nlanguage:"), 1)
		}
		return os.WriteFile(to, text, 0o644)
	})
	return count, err
}

func (c *corpus) write(folder, id, text string) {
	if c.err == nil {
		c.err = os.WriteFile(filepath.Join(c.dir, folder, id+".md"), []byte(text), 0o644)
	}
}

// random gives each file a stream of its own, so that one more file changes no other.
func random(kind string, i int) *rand.Rand {
	return rand.New(rand.NewPCG(seed+uint64(kind[0]), uint64(i)))
}

func one(r *rand.Rand, of []string) string { return of[r.IntN(len(of))] }

// some picks k different ones, in the order of the list.
func some(r *rand.Rand, of []string, k int) []string {
	var out []string
	for i, left := 0, k; i < len(of) && left > 0; i++ {
		if r.IntN(len(of)-i) < left {
			out = append(out, of[i])
			left--
		}
	}
	return out
}

// numbered tells a title from the same one of an earlier round through the lists.
func numbered(title string, i, round int) string {
	if i < round {
		return title
	}
	return fmt.Sprintf("%s %d", title, i/round+1)
}

func slug(title string) string { return strings.ToLower(strings.ReplaceAll(title, " ", "-")) }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// cycle spells i in the sizes of the lists, the first turning fastest.
func cycle(i int, lists ...[]string) []string {
	out := make([]string, len(lists))
	for at, list := range lists {
		out[at] = list[i%len(list)]
		i /= len(list)
	}
	return out
}
