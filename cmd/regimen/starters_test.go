package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"regimen/starters"
)

func starter(t *testing.T, name string) []byte {
	t.Helper()
	text, err := starters.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestProblemMatcher reads a real finding with the pattern that Visual Studio Code is given.
func TestProblemMatcher(t *testing.T) {
	var file struct {
		Tasks []struct {
			Command        string
			ProblemMatcher json.RawMessage
		}
	}
	var matcher struct {
		Pattern struct {
			Regexp                                      string
			File, Line, Column, Severity, Code, Message int
		}
	}
	if err := json.Unmarshal(starter(t, "vscode/.vscode/tasks.json"), &file); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(file.Tasks[0].ProblemMatcher, &matcher); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	must(t, regimenCommand(t, dir, "init", "--template", "blank"))
	bad := filepath.Join(dir, "content", "exercises", "heel-raise.md")
	text, err := os.ReadFile(bad)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bad, []byte(strings.Replace(string(text), "sides: both", "sides: bot", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := regimenCommand(t, dir, strings.Fields(file.Tasks[0].Command)[1:]...)
	out, _ := cmd.Output() // it fails, since it finds something
	p := matcher.Pattern
	got := regexp.MustCompile("(?m)" + p.Regexp).FindStringSubmatch(string(out))
	if got == nil || got[p.File] != "exercises/heel-raise.md" || got[p.Line] != "11" || got[p.Severity] != "error" || got[p.Message] == "" {
		t.Errorf("the matcher reads %q in %q", got, out)
	}
	var snippets map[string]struct{ Body []string }
	if err := json.Unmarshal(starter(t, "vscode/.vscode/regimen.code-snippets"), &snippets); err != nil || len(snippets) == 0 {
		t.Errorf("%d snippets, %v", len(snippets), err)
	}
}

type workflow struct {
	Jobs map[string]struct {
		Needs string
		Steps []struct{ Name, Uses, Run string }
	}
}

// step runs a step of the workflow as GitHub's runner does.
func (w workflow) step(t *testing.T, name, dir string, env ...string) (string, error) {
	t.Helper()
	for _, s := range w.Jobs["build"].Steps {
		if s.Name != name {
			continue
		}
		cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", s.Run)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "RUNNER_TEMP="+dir, "GITHUB_STEP_SUMMARY="+filepath.Join(dir, "summary.md"),
			"GITHUB_SERVER_URL=https://github.com", "GITHUB_REPOSITORY=ann/knees", "GITHUB_REF_NAME=main", "GITHUB_HEAD_REF=")
		cmd.Env = append(cmd.Env, env...)
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	t.Fatalf("the workflow has no step %s", name)
	return "", nil
}

// TestWorkflow runs what the workflow runs: a sound site is built for its address, one
// with an error is told what to mend and not built.
func TestWorkflow(t *testing.T) {
	var w workflow
	if err := yaml.Unmarshal(starter(t, "github/.github/workflows/publish.yml"), &w); err != nil {
		t.Fatal(err)
	}
	if w.Jobs["publish"].Needs != "build" {
		t.Error("publishing does not wait for the build")
	}
	dir := t.TempDir()
	init := regimenCommand(t, dir, "init", "--github")
	must(t, init)
	if out, err := w.step(t, "Fetch regimen", dir, "URL=", "SHA256="); err == nil || !strings.Contains(out, "REGIMEN_URL") {
		t.Errorf("without a regimen: %v, %s", err, out)
	}
	// The program that a step runs goes by this name, and the test's own answers to `regimen`.
	if err := os.Symlink(init.Path, filepath.Join(dir, "regimen")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Check", "Build"} {
		if out, err := w.step(t, name, dir, "BASE_URL=https://ann.github.io/knees"); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
	}
	built := tree(t, filepath.Join(dir, "public"))
	if !strings.Contains(built["sitemap.xml"], "<loc>https://ann.github.io/knees/</loc>") {
		t.Error("the site was not built for its address")
	}
	bad := filepath.Join(dir, "content", "exercises", "clamshell.md")
	if err := os.WriteFile(bad, []byte("---\ntitle: Clamshell\nsides: bot\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := w.step(t, "Check", dir); err == nil || !strings.Contains(out, "::error file=content/exercises/clamshell.md,line=3") {
		t.Errorf("with an error: %v, %s", err, out)
	}
	summary, err := os.ReadFile(filepath.Join(dir, "summary.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, due := range []string{
		"[content/exercises/clamshell.md:3:8](https://github.com/ann/knees/edit/main/content/exercises/clamshell.md#L3)",
		"Nothing was published",
	} {
		if !strings.Contains(string(summary), due) {
			t.Errorf("the summary lacks %s:\n%s", due, summary)
		}
	}
}
