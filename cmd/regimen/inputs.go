package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"regimen/internal/parallel"
)

// inputs is a digest of all that a build reads: this program, its options, and every
// file of the content folder. It is empty where the digest cannot be taken.
func (s source) inputs(options ...any) string {
	program := make(chan string, 1)
	go func() { program <- programSum() }()
	lines, err := fileSums(s.folder)
	self := <-program
	if err != nil || self == "" {
		return ""
	}
	sum := sha256.New()
	fmt.Fprintln(sum, append([]any{self}, options...)...)
	for _, line := range lines {
		io.WriteString(sum, line)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// programSum is the hash of the running program, which holds the templates, the
// styles and the built-in site.
func programSum() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// meant is a file's text as reading understands it: line endings and a byte-order mark
// are no part of it.
func meant(name string, body []byte) []byte {
	if path.Ext(name) != ".md" {
		return body
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	if bytes.IndexByte(body, '\r') < 0 {
		return body
	}
	return bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))
}

// fileSums is a line with path and hash for every file of a folder, in the order of
// the walk. Hidden files are not read by a build either.
func fileSums(folder fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(d.Name(), ".") && name != ".":
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	lines := make([]string, len(names))
	err = parallel.Do(len(names), func(i int) error {
		body, err := fs.ReadFile(folder, names[i])
		if err == nil {
			sum := sha256.Sum256(meant(names[i], body))
			lines[i] = names[i] + "\x00" + string(sum[:])
		}
		return err
	})
	return lines, err
}
