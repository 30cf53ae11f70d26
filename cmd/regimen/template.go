package main

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/spf13/cobra"

	"regimen/internal/diag"
	"regimen/templates"
)

func templateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "template [NAME]",
		Short: "Print a built-in template, a start for theme/templates/NAME",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			names, err := templateNames()
			if err != nil {
				return failure{err}
			}
			if len(args) == 0 {
				for _, name := range names {
					fmt.Fprintln(cmd.OutOrStdout(), name)
				}
				return nil
			}
			text, err := fs.ReadFile(templates.FS, args[0])
			if err != nil || path.Ext(args[0]) != ".html" {
				return unknownTemplate(args[0], names)
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
}

func templateNames() ([]string, error) {
	var names []string
	err := fs.WalkDir(templates.FS, ".", func(name string, _ fs.DirEntry, err error) error {
		if path.Ext(name) == ".html" {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

func unknownTemplate(name string, names []string) error {
	message := fmt.Sprintf("there is no template %q", name)
	near := diag.Nearest(name, names)
	if i := slices.IndexFunc(names, func(n string) bool { return path.Base(n) == name }); i >= 0 {
		near = names[i : i+1]
	}
	if len(near) > 0 {
		return fmt.Errorf("%s; did you mean %s?", message, near[0])
	}
	return fmt.Errorf("%s; `regimen template` lists them", message)
}
