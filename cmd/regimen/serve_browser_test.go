package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// desk is an author at work: a small content folder, its preview and a browser.
type desk struct {
	t       *testing.T
	content string // of the folder that is served
	beside  string // a folder of the same file system that is not
	url     string
	tab     context.Context
	loads   int // of pages, as expected
}

const countLoads = `sessionStorage.setItem("loads", Number(sessionStorage.getItem("loads")) + 1)`

func guide(title string) string {
	return "---\ntitle: " + title + "\nkind: article\nsummary: What rest is for.\n---\nSleep well.\n"
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	dir := t.TempDir()
	d := &desk{t: t, content: filepath.Join(dir, "content"), beside: filepath.Join(dir, "beside")}
	d.put("index.md", "---\nid: small\ntitle: A small site\n---\nWords.\n")
	d.put("guides/rest.md", guide("Rest 0"))
	d.url = served(t, dir)
	tab, cancel := context.WithTimeout(chromium(t), patience/2)
	t.Cleanup(cancel)
	d.tab = tab
	_, err := chromedp.Call(tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: countLoads})
	d.must(err)
	return d
}

// served starts the preview of the content in a folder and gives its address.
func served(t *testing.T, dir string, more ...string) string {
	t.Helper()
	cmd := regimenCommand(t, dir, append([]string{"serve", "--port", "0"}, more...)...)
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(line)[1]
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) file(name string) string { return filepath.Join(d.content, filepath.FromSlash(name)) }

// put writes a file in place.
func (d *desk) put(name, text string) { d.write(d.file(name), text) }

// write writes any file in place.
func (d *desk) write(name, text string) {
	d.t.Helper()
	d.must(os.MkdirAll(filepath.Dir(name), 0o755))
	d.must(os.WriteFile(name, []byte(text), 0o644))
}

// open opens a page of the site.
func (d *desk) open(path string) {
	d.t.Helper()
	reach(d.t, d.tab, d.url+path)
	d.loads++
}

// reloads waits for a heading that the last save brings, by one loading of the page.
func (d *desk) reloads(heading string) {
	d.t.Helper()
	awaitTitle(d.t, d.tab, heading)
	d.loads++
	d.counted()
}

// counted asks that the page was loaded as often as expected.
func (d *desk) counted() {
	d.t.Helper()
	if got := evaluate[int](d.t, d.tab, `Number(sessionStorage.getItem("loads"))`); got != d.loads {
		d.t.Errorf("%d loads of the page, want %d", got, d.loads)
		d.loads = got
	}
}

// saves are the ways in which guides/rest.md comes to hold a text.
var saves = []struct {
	name string
	save func(d *desk, text string)
}{
	{"write in place", func(d *desk, text string) {
		file, err := os.OpenFile(d.file("guides/rest.md"), os.O_WRONLY, 0)
		d.must(err)
		_, err = file.WriteString(text)
		d.must(err)
		d.must(file.Close())
	}},
	{"truncate and write", func(d *desk, text string) { d.put("guides/rest.md", text) }},
	{"rename over", func(d *desk, text string) {
		d.put("guides/.rest.md.tmp", text)
		d.must(os.Rename(d.file("guides/.rest.md.tmp"), d.file("guides/rest.md")))
	}},
	{"try the folder, keep a backup, write anew", func(d *desk, text string) {
		d.put("guides/4913", "")
		d.must(os.Remove(d.file("guides/4913")))
		d.must(os.Rename(d.file("guides/rest.md"), d.file("guides/rest.md~")))
		d.put("guides/rest.md", text)
		d.must(os.Remove(d.file("guides/rest.md~")))
	}},
	{"delete and write anew", func(d *desk, text string) {
		d.must(os.Remove(d.file("guides/rest.md")))
		d.put("guides/rest.md", text)
	}},
	{"check out hundreds of files", func(d *desk, text string) {
		for i := range 300 {
			d.put(fmt.Sprintf("guides/more/%d.md", i), guide(fmt.Sprintf("More %d", i)))
		}
		d.put("guides/rest.md", text)
	}},
	{"check out the branch without them", func(d *desk, text string) {
		d.put("guides/rest.md", text)
		d.must(os.RemoveAll(d.file("guides/more")))
	}},
	{"move the folder out and another in", func(d *desk, text string) {
		d.write(filepath.Join(d.beside, "guides", "rest.md"), text)
		d.must(os.Rename(d.file("guides"), filepath.Join(d.beside, "old")))
		d.must(os.Rename(filepath.Join(d.beside, "guides"), d.file("guides")))
	}},
	{"write in the folder that was moved in", func(d *desk, text string) { d.put("guides/rest.md", text) }},
	{"move into new nested folders", func(d *desk, text string) {
		d.put("guides/a/b/c/rest.md", text)
		d.must(os.Remove(d.file("guides/rest.md")))
	}},
	{"write in the nested folder", func(d *desk, text string) { d.put("guides/a/b/c/rest.md", text) }},
	{"move back", func(d *desk, text string) {
		d.put("guides/a/b/c/rest.md", text)
		d.must(os.Rename(d.file("guides/a/b/c/rest.md"), d.file("guides/rest.md")))
		d.must(os.RemoveAll(d.file("guides/a")))
	}},
	{"rename in case only, and back", func(d *desk, text string) {
		d.must(os.Rename(d.file("guides/rest.md"), d.file("guides/Rest.md")))
		d.put("guides/Rest.md", text)
		d.must(os.Rename(d.file("guides/Rest.md"), d.file("guides/rest.md")))
	}},
	{"put another folder in the place of all", func(d *desk, text string) {
		other := filepath.Join(d.beside, "content")
		d.must(os.CopyFS(other, os.DirFS(d.content)))
		d.write(filepath.Join(other, "guides", "rest.md"), text)
		d.must(os.Rename(d.content, filepath.Join(d.beside, "former")))
		d.must(os.Rename(other, d.content))
	}},
	{"write in the folder that took its place", func(d *desk, text string) { d.put("guides/rest.md", text) }},
}

// TestEverySaveIsOneReload saves in every way that editors and version control have, and
// looks at the page each time.
func TestEverySaveIsOneReload(t *testing.T) {
	d := newDesk(t)
	d.open("guides/rest.html")
	for i, s := range saves {
		t.Run(s.name, func(t *testing.T) {
			d.t = t
			title := fmt.Sprintf("Rest %d.", i+1)
			s.save(d, guide(title))
			d.reloads(title)
		})
	}
	d.t = t
	d.put("theme/words.json", `{"Guides": "Wisdom"}`)
	if err := chromedp.Do(d.tab, chromedp.WaitVisible(chromedp.Search(`//nav/a[.="Wisdom"]`))); err != nil {
		t.Errorf("the theme's words do not come: %v", err)
	}
	d.loads++
	d.counted()
}

// TestCaseOnlyRename gives a file a name that only some systems tell from the first.
func TestCaseOnlyRename(t *testing.T) {
	d := newDesk(t)
	d.open("guides/rest.html")
	d.must(os.Rename(d.file("guides/rest.md"), d.file("guides/Rest.md")))
	d.shows("the file name `Rest.md` is not an id")
	d.must(os.Rename(d.file("guides/Rest.md"), d.file("guides/rest.md")))
	d.heals()
	d.counted()
}
