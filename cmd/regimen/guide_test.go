package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regimen/internal/check"
	"regimen/internal/dose"
)

// fence is a marked block of a guide: its language, the file it shows and its text.
type fence struct{ language, file, text string }

func fences(t *testing.T, name string) []fence {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []fence
	for _, m := range regexp.MustCompile("(?ms)^```([a-z-]+)(?: (\\S+))?\n(.*?)^```$").FindAllStringSubmatch(string(text), -1) {
		out = append(out, fence{m[1], m[2], m[3]})
	}
	return out
}

// TestGuide does what docs/authors-guide.md and docs/publishing.md show: commands in a
// folder of their own one after the other, files in a site of their own, doses read.
func TestGuide(t *testing.T) {
	site := t.TempDir()
	ran := map[string]int{}
	for _, guide := range []string{"authors-guide.md", "publishing.md"} {
		var commands []string
		for _, f := range fences(t, "../../docs/"+guide) {
			ran[f.language]++
			switch f.language {
			case "sh":
				commands = append(commands, f.text)
			case "md":
				writeShown(t, filepath.Join(site, "content", f.file), f.text)
			case "dose", "dose-error":
				for line := range strings.Lines(f.text) {
					if _, err := dose.Parse(strings.TrimSpace(line)); (err == nil) != (f.language == "dose") {
						t.Errorf("%s: the dose %s gives %v", guide, strings.TrimSpace(line), err)
					}
				}
			default:
				t.Errorf("%s: nothing is known about fences in %s", guide, f.language)
			}
		}
		follow(t, strings.Join(commands, ""))
	}
	must(t, regimenCommand(t, site, "check", "--strict"))
	if ran["sh"] < 6 || ran["md"] < 2 || ran["dose"] != 1 || ran["dose-error"] != 1 {
		t.Errorf("the guides show %v", ran)
	}
}

func writeShown(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// follow runs commands as one script that ends at the first failure.
func follow(t *testing.T, commands string) {
	t.Helper()
	dir := t.TempDir()
	shell := exec.Command("bash", "-ec", commands)
	shell.Dir = dir
	shell.Env = append(os.Environ(), "PATH="+filepath.Dir(regimenCommand(t, dir).Path)+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := shell.CombinedOutput(); err != nil {
		t.Errorf("%v in\n%s\n%s", err, commands, out)
	}
}

// TestGuidesRulesExist asks of each code in the guide's table that there is such a rule.
func TestGuidesRulesExist(t *testing.T) {
	text, err := os.ReadFile("../../docs/authors-guide.md")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`(?m)^\| ([A-Z]\d\d) \|`).FindAllStringSubmatch(string(text), -1)
	for _, m := range codes {
		if !slices.ContainsFunc(check.Docs(), func(d check.Doc) bool { return d.Code == m[1] }) {
			t.Errorf("there is no rule %s", m[1])
		}
	}
	if len(codes) != 10 {
		t.Errorf("the table has %d rules", len(codes))
	}
}
