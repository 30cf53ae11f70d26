package main

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// TestServeOpens puts a program of the system's name for "open this" in the path, which
// hands on what it is given.
func TestServeOpens(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // it opens by a part of the system that no path leads to
	}
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	must(t, exec.Command("mkfifo", pipe))
	for _, name := range []string{"open", "xdg-open"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\nprintf %s \"$1\" >"+pipe+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	address := served(t, dir, "--open")
	opened, err := os.ReadFile(pipe) // waits for a writer
	if err != nil {
		t.Fatal(err)
	}
	if string(opened) != address {
		t.Errorf("opened %q, and serves %q", opened, address)
	}
}

// TestServeTakesTheNextPort starts where another already listens.
func TestServeTakesTheNextPort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	at, err := url.Parse(served(t, t.TempDir(), "--port", strconv.Itoa(port)))
	if err != nil {
		t.Fatal(err)
	}
	if next, err := strconv.Atoi(at.Port()); err != nil || at.Hostname() != "127.0.0.1" || next <= port || next > port+100 {
		t.Errorf("serves at %s, with %d taken", at, port)
	}
}

// TestServeGivesTheSiteOnly asks a running preview for what is none of the site's.
func TestServeGivesTheSiteOnly(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"secret.txt": "secret", "content/.env": "secret", "content/media/.hidden.png": "secret", "content/notes.txt": "secret",
		"content/index.md": "---\nid: small\ntitle: A small site\n---\nWords.\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	host := strings.TrimSuffix(strings.TrimPrefix(served(t, dir), "http://"), "/")
	for path, want := range map[string]string{
		"/":              "200",
		"/../secret.txt": "404", "/%2e%2e/secret.txt": "404", "/..%2fsecret.txt": "404", "/.env": "404",
		"/media/.hidden.png": "404", "/notes.txt": "404", "//secret.txt": "404", "/index.md": "404",
	} {
		head, text := rawAnswer(t, host, path, host)
		if !strings.HasPrefix(head, "HTTP/1.1 "+want) || strings.Contains(text, "secret") {
			t.Errorf("%s: %.60s", path, head)
		}
		if strings.Contains(strings.ToLower(head), "access-control-") {
			t.Errorf("%s: other sites may read it: %s", path, head)
		}
	}
	if head, _ := rawAnswer(t, host, "/", "evil.example"); !strings.HasPrefix(head, "HTTP/1.1 403") {
		t.Errorf("to another name it answers %.60s", head)
	}
}

// rawAnswer asks with exactly this path, which a client of the library would tidy.
func rawAnswer(t *testing.T, address, path, host string) (head, body string) {
	t.Helper()
	to, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	if _, err := io.WriteString(to, "GET "+path+" HTTP/1.1\r\nHost: "+host+"\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(to)
	if err != nil {
		t.Fatal(err)
	}
	before, after, _ := bytes.Cut(text, []byte("\r\n\r\n"))
	return string(before), string(after)
}

// TestServeTakesUpAFolderThatComes starts without content, on the built-in site.
func TestServeTakesUpAFolderThatComes(t *testing.T) {
	dir := t.TempDir()
	address := served(t, dir)
	events, err := http.Get(address + "-/events")
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	index := filepath.Join(dir, "new", "index.md")
	if err := os.MkdirAll(filepath.Dir(index), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(index, []byte("---\ntitle: No id\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Dir(index), filepath.Join(dir, "content")); err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	buffer := make([]byte, 4096)
	for !strings.Contains(told.String(), "`id` is missing") {
		n, err := events.Body.Read(buffer)
		if err != nil {
			t.Fatalf("%v after %s", err, told.String())
		}
		told.Write(buffer[:n])
	}
}
