package main

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"regimen/internal/diag"
	"regimen/internal/memory"
	"regimen/internal/regimen"
)

func checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Find what is wrong in the content, and how to mend it",
		Args:  cobra.NoArgs,
	}
	folder := contentFlag(cmd)
	format := cmd.Flags().String("format", "text", "text, short, json, sarif or github")
	complete(cmd, "format", []string{"text", "short", "json", "sarif", "github"})
	strict := cmd.Flags().Bool("strict", false, "warnings fail too")
	fix := cmd.Flags().Bool("fix", false, "apply the fixes that keep your meaning")
	diff := cmd.Flags().Bool("diff", false, "show those fixes, and change nothing")
	silenced := cmd.Flags().Bool("show-silenced", false, "show what a comment allows, with its reason")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		memory.Short()
		form, err := diag.ParseFormat(*format)
		if err != nil {
			return err
		}
		src, err := openSource(cmd, *folder)
		if err != nil {
			return err
		}
		defer src.close()
		began := time.Now()
		lib, found, err := examine(src)
		if err != nil {
			return failure{err}
		}
		switch {
		case *diff:
			if err := showDiff(cmd, src, found); err != nil {
				return err
			}
			return verdict(found, *strict)
		case *fix:
			if lib, found, err = mend(cmd, src, found); err != nil {
				return err
			}
		}
		if err := (report{form, src, lib, found, *silenced}).print(cmd); err != nil {
			return failure{err}
		}
		omissions(cmd, lib)
		fmt.Fprintln(cmd.ErrOrStderr(), diag.Summary(found, lib.Files, time.Since(began)))
		return verdict(found, *strict)
	}
	return cmd
}

// report is what `check` prints, and in which form.
type report struct {
	form     diag.Format
	src      source
	lib      *regimen.Library
	found    diag.List
	silenced bool
}

func (r report) print(cmd *cobra.Command) error {
	out := cmd.OutOrStdout()
	p := diag.Printer{
		Colour: colourful(out), ShowSilenced: r.silenced, Files: r.lib.Files,
		Root: filepath.ToSlash(r.src.name), Help: explanation,
	}
	if path := os.Getenv("GITHUB_STEP_SUMMARY"); r.form == diag.GitHub && path != "" {
		file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			return err
		}
		defer file.Close()
		p.StepSummary, p.Edit = file, editAddress()
	}
	return p.Print(out, r.form, r.found)
}

// editAddress is where GitHub opens a file of this run's branch in its editor.
func editAddress() string {
	server, repository := os.Getenv("GITHUB_SERVER_URL"), os.Getenv("GITHUB_REPOSITORY")
	branch := cmp.Or(os.Getenv("GITHUB_HEAD_REF"), os.Getenv("GITHUB_REF_NAME"))
	if server == "" || repository == "" || branch == "" {
		return ""
	}
	return server + "/" + repository + "/edit/" + (&url.URL{Path: branch}).EscapedPath()
}

func showDiff(cmd *cobra.Command, src source, found diag.List) error {
	p := diag.Printer{Colour: colourful(cmd.OutOrStdout()), Root: strings.TrimPrefix(filepath.ToSlash(src.name), "/")}
	if err := p.Diff(cmd.OutOrStdout(), diag.Apply(found)); err != nil {
		return failure{err}
	}
	return nil
}

// mend writes the safe fixes and checks again, until none is left: fixes that overlap
// wait for one another.
func mend(cmd *cobra.Command, src source, found diag.List) (*regimen.Library, diag.List, error) {
	if src.name == "" {
		return nil, nil, fmt.Errorf("the built-in site cannot be changed: name a folder with --content")
	}
	for range mostRounds {
		changes := diag.Apply(found)
		for _, changed := range changes {
			name := filepath.Join(src.name, filepath.FromSlash(changed.File.Path))
			if err := replaceFile(name, changed.Text); err != nil {
				return nil, nil, failure{err}
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "mended: %s\n", name)
		}
		lib, again, err := examine(src)
		if err != nil {
			return nil, nil, failure{err}
		}
		if found = again; len(changes) == 0 {
			return lib, found, nil
		}
	}
	return nil, nil, failure{errors.New("the fixes do not come to rest; please report this")}
}

// mostRounds is far beyond what overlapping fixes need.
const mostRounds = 20

// replaceFile writes beside the file and renames, so that a crash loses nothing.
func replaceFile(name string, text []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".regimen-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	if _, err := temp.Write(text); err != nil {
		temp.Close()
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	if err := os.Chmod(temp.Name(), info.Mode()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}
