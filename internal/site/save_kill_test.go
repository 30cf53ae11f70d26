//go:build linux || darwin

package site

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const helperFolder = "REGIMEN_SAVE_HELPER"

// ofVersion is a site whose pages carry the version, but for some that stay the
// same and some that one version alone has.
func ofVersion(version string, report func()) (*Output, error) {
	files := map[string]func() ([]byte, error){}
	add := func(path, text string) {
		files[path] = func() ([]byte, error) {
			report()
			return []byte(text), nil
		}
	}
	for i := range 25 {
		add(fmt.Sprintf("exercises/%d.html", i), strings.Repeat(version, 3000))
		add(fmt.Sprintf("guides/%d.html", i), "the same")
		add(fmt.Sprintf("only/%s/%d.html", version, i), version)
	}
	return NewOutput(files)
}

// TestSaveHelper is the process that TestSaveSurvivesBeingKilled kills.
func TestSaveHelper(t *testing.T) {
	dir := os.Getenv(helperFolder)
	if dir == "" {
		return // it is no test but a process, started by the next one
	}
	pipe := os.NewFile(3, "reports")
	report := func() { _, _ = pipe.Write([]byte{'.'}) }
	for {
		for _, version := range []string{"A", "B"} {
			o, err := ofVersion(version, report)
			if err == nil {
				_, err = o.Save(dir, false, Basis{})
			}
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			report()
		}
	}
}

// killed runs the helper until it has reported so many pages.
func killed(t *testing.T, dir string, reports int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var said strings.Builder
	helper := exec.Command(self, "-test.run=^TestSaveHelper$")
	helper.Env = append(os.Environ(), helperFolder+"="+dir)
	helper.ExtraFiles = []*os.File{writer}
	helper.Stderr = &said
	if err := helper.Start(); err != nil {
		t.Fatal(err)
	}
	writer.Close()
	_, err = io.CopyN(io.Discard, bufio.NewReaderSize(reader, 1), int64(reports))
	if err != nil {
		t.Errorf("the helper ended by itself: %v %s", err, said.String())
	}
	_ = helper.Process.Kill()
	_ = helper.Wait()
}

func TestSaveSurvivesBeingKilled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var whole []map[string]string
	pages := 0
	for _, version := range []string{"A", "B"} {
		o, err := ofVersion(version, func() {})
		if err != nil {
			t.Fatal(err)
		}
		pages = len(o.Paths())
		if _, err := o.Save(dir, false, Basis{}); err != nil {
			t.Fatal(err)
		}
		mustWrite(t, filepath.Join(dir, "CNAME"), "back.example")
		whole = append(whole, readTree(t, dir))
	}
	seen := [2]int{}
	for range 120 {
		reports := 1 + rand.IntN(6*pages)
		if rand.IntN(2) == 0 {
			// The moments after the last page, when the folders are exchanged.
			reports = (pages+1)*(1+rand.IntN(4)) - rand.IntN(3)
		}
		killed(t, dir, reports)
		is := readTree(t, dir)
		switch {
		case maps.Equal(is, whole[0]):
			seen[0]++
		case maps.Equal(is, whole[1]):
			seen[1]++
		default:
			t.Fatalf("killed after %d pages, the site is mixed or broken: %q", reports, is)
		}
	}
	if seen[0] == 0 || seen[1] == 0 {
		t.Errorf("killed too early each time: %v", seen)
	}
	o, err := ofVersion("A", func() {})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Save(dir, false, Basis{}); err != nil {
		t.Fatal(err)
	}
	standsAlone(t, dir)
}
