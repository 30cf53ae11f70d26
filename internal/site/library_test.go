package site_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	reference "regimen/content"
	"regimen/internal/site"
)

// copied is a folder whose files a test may change.
func copied(t *testing.T, folder fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(folder, name)
		out[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// titled is the small site with one more plank for each of these titles.
func titled(t *testing.T, titles []string) fstest.MapFS {
	t.Helper()
	folder := copied(t, small(t))
	_, plank, _ := strings.Cut(string(folder["exercises/side-plank.md"].Data), "status: unlisted\n")
	for i, title := range titles {
		folder[fmt.Sprintf("exercises/more-%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntitle: %q\n%s", title, plank)}
	}
	return folder
}

var libraryItem = regexp.MustCompile(`<li>.*<a href="((?:\.\./)*exercises/[^"]+)"`)

func itemsOf(t *testing.T, out *site.Output, page string) (addresses []string) {
	t.Helper()
	for _, m := range libraryItem.FindAllStringSubmatch(render(t, out, page), -1) {
		addresses = append(addresses, strings.TrimPrefix(m[1], "../"))
	}
	return addresses
}

// TestSmallLibrary asks that one page list every exercise once, without script.
func TestSmallLibrary(t *testing.T) {
	out := build(t, reference.FS, "")
	if n := len(itemsOf(t, out, "library.html")); n != 34 {
		t.Errorf("the library lists %d exercises, want 34", n)
	}
	if out.Has("library/a.html") {
		t.Error("a small library has a page a letter")
	}
	page := render(t, out, "library.html")
	for _, want := range []string{
		`<form class="filters pending" `, `<option value="glutes">Buttocks (16)</option>`,
		`<option value="disc-related/irritable">Leg symptoms easily provoked (24)</option>`,
		`value="none"><span>Nothing</span> <span class="count">11</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the library does not hold %s", want)
		}
	}
}

// TestLargeLibrary asks that beyond 300 exercises each stand on the page of its first
// letter, and on no other.
func TestLargeLibrary(t *testing.T) {
	titles := []string{"Élan vital", "élan", "Østfold step", "90 degree hold", "Ωmega raise", "Żuraw", "zebra walk"}
	letters := []string{"e", "e", "o", "0", "0", "z", "z"}
	for i := len(titles); i < 299; i++ {
		titles = append(titles, fmt.Sprintf("Movement %d", i))
		letters = append(letters, "m")
	}
	out := build(t, titled(t, titles), "")
	if n := len(itemsOf(t, out, "library.html")); n != 0 {
		t.Errorf("the first page lists %d exercises", n)
	}
	want := map[string]string{"exercises/ab-wheel.html": "a", "exercises/plank.html": "p"}
	for i, letter := range letters {
		want[fmt.Sprintf("exercises/more-%d.html", i)] = letter
	}
	for _, letter := range []string{"0", "a", "e", "m", "o", "p", "z"} {
		page := "library/" + letter + ".html"
		if !strings.Contains(render(t, out, "library.html"), `<a href="`+page+`">`) {
			t.Errorf("the library does not lead to %s", page)
		}
		for _, address := range itemsOf(t, out, page) {
			if want[address] != letter {
				t.Errorf("%s lists %s, which belongs to %q", page, address, want[address])
			}
			delete(want, address)
		}
	}
	if len(want) > 0 {
		t.Errorf("no page lists %v", want)
	}
	if got := itemsOf(t, out, "library/e.html"); len(got) != 2 || got[0] != "exercises/more-1.html" {
		t.Errorf("the titles under E are in the order %v", got)
	}
	followLinks(t, out)
}

// TestLibraryAtItsLimit asks that 300 exercises still stand on one page, whatever their order.
func TestLibraryAtItsLimit(t *testing.T) {
	titles := make([]string, 298)
	for i := range titles {
		titles[i] = fmt.Sprintf("Movement %d", i)
	}
	out := build(t, titled(t, titles), "")
	if n := len(itemsOf(t, out, "library.html")); n != 300 || out.Has("library/m.html") {
		t.Errorf("the library lists %d exercises, and has a page a letter: %v", n, out.Has("library/m.html"))
	}
}
