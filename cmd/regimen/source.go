package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	builtin "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/site"
	"regimen/static"
	"regimen/templates"
)

const defaultFolder = "content"

// contentFlag adds --content to a command that reads content.
func contentFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("content", defaultFolder, "the folder with the content")
}

// openSource opens a content folder; reading cannot leave it. Without the default
// folder the built-in site is read, and standard error says so.
func openSource(cmd *cobra.Command, folder string) (source, error) {
	root, err := os.OpenRoot(folder)
	switch {
	case err == nil:
		return source{folder: root.FS(), builtIn: builtin.FS, name: folder, closer: root}, nil
	case errors.Is(err, fs.ErrNotExist) && !cmd.Flags().Changed("content"):
		if looksLikeContent(".") {
			return source{}, fmt.Errorf("there is no folder %s here, but this folder looks like one: add `--content .`", folder)
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "no folder %s here: using the built-in site\n", folder)
		return source{folder: builtin.FS}, nil
	case errors.Is(err, fs.ErrNotExist):
		return source{}, fmt.Errorf("there is no folder %s", folder)
	}
	return source{}, failure{fmt.Errorf("the folder %s cannot be read: %w", folder, err)}
}

// looksLikeContent reports whether a directory is itself a content folder.
func looksLikeContent(dir string) bool {
	for _, name := range []string{"index.md", "exercises", "programmes"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return true
		}
	}
	return false
}

func (s source) options(baseURL string) site.Options {
	return site.Options{BaseURL: baseURL, Templates: templates.FS, Static: static.FS, Media: s.folder, Rules: ruleCodes(), Made: s.progress.count}
}

// ruleCodes lists the codes of all findings that exist.
func ruleCodes() []string {
	var codes []string
	for _, r := range check.Findings() {
		codes = append(codes, r.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// sound reads a library that the suitability model can judge: findings of the rules
// do not stop it, a file that could not be read does.
func sound(cmd *cobra.Command, folder string) (*regimen.Library, error) {
	src, err := openSource(cmd, folder)
	if err != nil {
		return nil, err
	}
	defer src.close()
	lib, found, err := content.Load(src.folder, src.builtIn)
	if err != nil {
		return nil, failure{err}
	}
	if found.Failed() {
		errs := cmd.ErrOrStderr()
		if err := (diag.Printer{Colour: colourful(errs)}).Print(errs, diag.Text, found); err != nil {
			return nil, failure{err}
		}
		return nil, errFound
	}
	return lib, nil
}
