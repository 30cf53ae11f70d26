package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// TestReadme runs the commands of the README as a new user would, in a copy of the
// repository's content. `make test` is what runs this test.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	if len(blocks) < 2 {
		t.Fatalf("the README has %d blocks of commands", len(blocks))
	}
	bin := filepath.Join(t.TempDir(), "bin")
	makeTarget(t, "build", "BIN="+bin)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, block := range blocks {
		for command := range strings.Lines(block[1]) {
			command = strings.TrimSpace(command)
			switch {
			case command == "make serve":
				serveOnce(t, bin)
			case strings.HasPrefix(command, "make"):
				makeTarget(t, append([]string{"-n"}, strings.Fields(command)[1:]...)...)
			default:
				shell := exec.Command("sh", "-c", strings.Replace(command, "bin/regimen", filepath.Join(bin, "regimen"), 1))
				shell.Dir = dir
				if out, err := shell.CombinedOutput(); err != nil {
					t.Errorf("%s: %v\n%s", command, err, out)
				}
			}
			ran++
		}
	}
	if ran < 8 {
		t.Errorf("only %d commands were run", ran)
	}
}

func makeTarget(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command("make", args...)
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("make %v: %v\n%s", args, err, out)
	}
}

// serveOnce starts the real target, reads the address it prints, asks for the home
// page and stops it.
func serveOnce(t *testing.T, bin string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cmd := exec.CommandContext(ctx, "make", "serve", "BIN="+bin)
	cmd.Dir = "../.."
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGINT)
		_ = cmd.Wait()
	}()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		url := regexp.MustCompile(`http://\S+`).FindString(lines.Text())
		if url == "" {
			continue
		}
		response, err := http.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil || response.StatusCode != http.StatusOK || !strings.Contains(string(body), "Stronger back in twelve weeks") {
			t.Errorf("GET %s: %s, %v", url, response.Status, err)
		}
		return
	}
	t.Fatal("make serve printed no address")
}
