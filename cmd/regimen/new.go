package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	builtin "regimen/content"
	"regimen/internal/content"
	"regimen/internal/regimen"
	"regimen/starters"
)

var newKinds = []string{"exercise", "programme", "condition", "guide"}

// longestName is more letters than any title needs and fewer than a file name may have.
const longestName = 100

func newCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new KIND NAME",
		Short: "Add an exercise, programme, condition or guide, its keys explained",
		Long: `new writes the file of an exercise, a programme, a condition or a guide. Its id comes
from the name. The file is a draft that passes the check and says what each key is for.`,
		Example: `  regimen new exercise Side plank
  regimen new programme "Sam's first weeks"`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: completeFirst(newKinds),
	}
	folder := contentFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		kind, title := args[0], strings.Join(strings.Fields(strings.Join(args[1:], " ")), " ")
		if !slices.Contains(newKinds, kind) {
			return unknown("kind", kind, newKinds)
		}
		id, err := idOf(title)
		if err != nil {
			return err
		}
		return draft(cmd, *folder, kind, id, title)
	}
	return cmd
}

// draft writes the file of a kind, unless its id is taken.
func draft(cmd *cobra.Command, folder, kind, id, title string) error {
	root, err := os.OpenRoot(folder)
	if errors.Is(err, fs.ErrNotExist) && looksLikeContent(".") {
		return fmt.Errorf("there is no folder %s here, but this folder looks like one: add `--content .`", folder)
	} else if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no folder %s: `regimen init` begins a site", folder)
	} else if err != nil {
		return failure{err}
	}
	defer root.Close()
	lib, _, err := content.Load(root.FS(), builtin.FS)
	if err != nil {
		return failure{err}
	}
	if where := taken(root.FS(), lib, kind, id); where != "" {
		return fmt.Errorf("the id %s is taken: %s", id, filepath.Join(folder, filepath.FromSlash(where)))
	}
	text, err := filled(lib, kind, title)
	if err != nil {
		return err
	}
	within, _ := content.Where(kind)
	name := path.Join(within, id+".md")
	if err := create(root, name, text); err != nil {
		return failure{err}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "wrote %s\n", filepath.Join(folder, filepath.FromSlash(name)))
	fmt.Fprintln(cmd.ErrOrStderr(), "It is a draft: write it, then delete the line `status: draft` to publish it.")
	return nil
}

func idOf(title string) (string, error) {
	if !utf8.ValidString(title) || strings.ContainsFunc(title, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return "", fmt.Errorf("the name %q holds characters that cannot be printed", title)
	}
	id := content.IDOf(title)
	if id == "" {
		return "", fmt.Errorf("the name %q has no letter or digit to make an id of", title)
	}
	if utf8.RuneCountInString(title) > longestName {
		return "", fmt.Errorf("the name is longer than %d characters", longestName)
	}
	return id, nil
}

// taken says where an id of a kind stands already, as a file or as another or former name.
func taken(folder fs.FS, lib *regimen.Library, kind, id string) string {
	where := ""
	_ = fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".md" {
			if k, other := content.KindOf(name); k == kind && strings.EqualFold(other, id) {
				where = name
				return fs.SkipAll
			}
		}
		return nil
	})
	if where != "" {
		return where
	}
	var names []regimen.Word
	for _, e := range lib.Exercises {
		if kind == "exercise" {
			names = append(append(names, e.Aliases...), e.RenamedFrom...)
		}
	}
	for _, p := range lib.Programmes {
		if kind == "programme" {
			names = append(names, p.RenamedFrom...)
		}
	}
	for _, g := range lib.Guides {
		if kind == "guide" {
			names = append(names, g.RenamedFrom...)
		}
	}
	for _, n := range names {
		if content.IDOf(n.ID) == id {
			return fmt.Sprintf("%s:%d", n.At.Path(), n.At.File.Position(int(n.At.Start)).Line)
		}
	}
	return ""
}

// filled is the starter of a kind with its title and, in a programme, a row.
func filled(lib *regimen.Library, kind, title string) ([]byte, error) {
	text, err := fs.ReadFile(starters.FS, "new/"+kind+".md")
	if err != nil {
		return nil, failure{err}
	}
	pairs := []string{"{title}", yamlText(title)}
	if kind == "programme" {
		e := firstExercise(lib)
		if e == nil {
			return nil, errors.New("a programme needs an exercise: begin with `regimen new exercise NAME`")
		}
		pairs = append(pairs, "{exercise}", e.ID, "{dose}", e.Dose.String())
	}
	return []byte(strings.NewReplacer(pairs...).Replace(string(text))), nil
}

// firstExercise is one that readers can see, where there is one.
func firstExercise(lib *regimen.Library) *regimen.Exercise {
	for _, e := range lib.Exercises {
		if e.Built() {
			return e
		}
	}
	if len(lib.Exercises) > 0 {
		return lib.Exercises[0]
	}
	return nil
}

var (
	bareText = regexp.MustCompile(`^\p{L}[\p{L}\p{N} -]*$`)
	yamlWord = regexp.MustCompile(`(?i)^(true|false|yes|no|on|off|y|n|null)$`)
)

// yamlText is a text as frontmatter takes it, in quotation marks where it needs them.
func yamlText(text string) string {
	if bareText.MatchString(text) && !yamlWord.MatchString(text) {
		return text
	}
	return strconv.Quote(text)
}
