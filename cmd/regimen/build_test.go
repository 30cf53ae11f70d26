package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain's command is the test binary under another name; these tests need it as a
// process of its own, to give it other surroundings and to kill it.
func regimenCommand(t testing.TB, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "regimen")
	if err := os.Symlink(self, link); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(link, args...)
	cmd.Dir = dir
	return cmd
}

// tree reads a whole folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func compareSites(t *testing.T, name string, want, got map[string]string) {
	t.Helper()
	for path, text := range want {
		if got[path] != text {
			t.Errorf("%s: %s differs", name, path)
		}
	}
	for path := range got {
		if _, ok := want[path]; !ok {
			t.Errorf("%s: %s is too many", name, path)
		}
	}
}

// copyContent writes the reference content to a folder, each file changed.
func copyContent(t *testing.T, to string, change func([]byte) []byte) {
	t.Helper()
	for name, text := range tree(t, "../../content") {
		if filepath.Ext(name) != ".md" {
			continue
		}
		file := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, change([]byte(text)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func same(text []byte) []byte { return text }

func crlf(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")) }

func byteOrderMark(text []byte) []byte { return append([]byte("\ufeff"), text...) }

// TestSameBytes builds in different surroundings and from the same content stored in
// other ways: the site must not differ by a byte.
func TestSameBytes(t *testing.T) {
	var want map[string]string
	for _, test := range []struct {
		name   string
		change func([]byte) []byte
		env    []string
		within string // the working directory, below the test's own
	}{
		{"as it is", same, nil, "."},
		{"one core, another zone and language", same, []string{"GOMAXPROCS=1", "TZ=Pacific/Kiritimati", "LANG=de_DE.UTF-8"}, "."},
		{"many cores", same, []string{"GOMAXPROCS=16", "TZ=America/St_Johns", "LC_ALL=tr_TR.UTF-8"}, "."},
		{"another working directory", same, nil, "deep/er"},
		{"CRLF", crlf, nil, "."},
		{"byte-order mark", byteOrderMark, nil, "."},
		{"CRLF and byte-order mark", func(text []byte) []byte { return byteOrderMark(crlf(text)) }, nil, "."},
	} {
		dir := t.TempDir()
		copyContent(t, filepath.Join(dir, "content"), test.change)
		within := filepath.Join(dir, test.within)
		if err := os.MkdirAll(within, 0o755); err != nil {
			t.Fatal(err)
		}
		cmd := regimenCommand(t, within, "build", "--content", filepath.Join(dir, "content"),
			"--out", filepath.Join(dir, "public"), "--base-url", "https://example.org/back/")
		cmd.Env = append(os.Environ(), test.env...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", test.name, err, out)
		}
		got := tree(t, filepath.Join(dir, "public"))
		if want == nil {
			want = got
		}
		if len(got) < 60 {
			t.Fatalf("%s: only %d files", test.name, len(got))
		}
		compareSites(t, test.name, want, got)
	}
}

var kills = flag.Int("kills", 24, "how many builds TestKilledBuild begins")

// TestKilledBuild kills real builds at random moments. Whatever the moment, the site
// that stands is the whole of one version. `go test ./cmd/regimen -run KilledBuild
// -kills 200` kills more of them.
func TestKilledBuild(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	whole := map[string]map[string]string{}
	for _, version := range []string{"one", "two"} {
		copyContent(t, filepath.Join(dir, version), func(text []byte) []byte {
			return bytes.Replace(text, []byte("\n## "), []byte("\n"+version+" stands here.\n\n## "), 1)
		})
		if text, err := regimenCommand(t, dir, "build", "--content", version, "--out", version+".public").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		whole[version] = tree(t, filepath.Join(dir, version+".public"))
	}
	if text, err := regimenCommand(t, dir, "build", "--content", "one", "--out", "public").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	began := time.Now()
	if text, err := regimenCommand(t, dir, "build", "--content", "two", "--out", "public").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	longest := time.Since(began)
	killed := 0
	for i := range *kills {
		version := []string{"one", "two"}[i%2]
		cmd := regimenCommand(t, dir, "build", "--content", version, "--out", "public")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(time.Duration(rand.Int64N(int64(longest))), func() { _ = cmd.Process.Kill() })
		if cmd.Wait() != nil {
			killed++
		}
		kill.Stop()
		if problem := mixed(tree(t, out), whole); problem != "" {
			t.Fatalf("after %d builds, %d of them killed: %s", i+1, killed, problem)
		}
	}
	if killed < *kills/6 {
		t.Errorf("only %d of %d builds were killed", killed, *kills)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := regimenCommand(t, dir, "build", "--content", "one", "--out", "public").CombinedOutput(); err != nil {
		t.Fatalf("the build after the kills: %v, beside %v\n%s", err, entries, text)
	}
	compareSites(t, "the build after the kills", whole["one"], tree(t, out))
}

// mixed says why a site is not the whole of one version; empty if it is.
func mixed(got map[string]string, whole map[string]map[string]string) string {
	var why []string
	for version, want := range whole {
		differ := 0
		for path, text := range want {
			if got[path] != text {
				differ++
			}
		}
		if differ == 0 && len(got) == len(want) {
			return ""
		}
		why = append(why, fmt.Sprintf("%d of %d files are not of version %s", differ, len(want), version))
	}
	return strings.Join(why, ", ")
}
