package main

import (
	"fmt"
	"net/url"
	"time"

	"github.com/spf13/cobra"

	"regimen/internal/check"
	"regimen/internal/diag"
	"regimen/internal/memory"
	"regimen/internal/site"
)

func buildCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Write the site, whole or not at all",
		Args:  cobra.NoArgs,
	}
	folder := contentFlag(cmd)
	out := cmd.Flags().String("out", "public", "the folder to write")
	base := cmd.Flags().String("base-url", "", "where the site will stand, instead of the url of index.md")
	gzip := cmd.Flags().Bool("gzip", false, "write a compressed file beside each page")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := checkBaseURL(*base); err != nil {
			return err
		}
		src, err := openSource(cmd, *folder)
		if err != nil {
			return err
		}
		defer src.close()
		memory.Short()
		began := time.Now()
		inputs := src.inputs(*base, *gzip)
		if basis, files, standing := site.Standing(*out, inputs, began.Format(time.DateOnly)); standing {
			fmt.Fprintln(cmd.ErrOrStderr(), diag.Took(basis.Tally+", as before", time.Since(began)))
			tally(cmd, *out, site.Saved{Unchanged: files}, began)
			return nil
		}
		src.progress = startProgress(cmd.ErrOrStderr())
		defer src.progress.stop()
		output, lib, found, err := compile(src, src.options(*base))
		if err != nil {
			return failure{err}
		}
		src.progress.begin("", 0)
		if err := tell(cmd, lib, found, began); err != nil {
			return err
		}
		if output == nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "nothing was built; %s is as it was\n", *out)
			return errFound
		}
		if lib.Site.URL == "" && *base == "" {
			fmt.Fprintln(cmd.ErrOrStderr(), "index.md has no url: left out sitemap, canonical links, feed and QR codes")
		}
		src.progress.begin("writing", len(output.Paths()))
		basis := site.Basis{Inputs: inputs, Until: check.Horizon(lib, began), Tally: diag.Tally(found, lib.Files)}
		lib.Forget()
		saved, err := output.Save(*out, *gzip, basis)
		if err != nil {
			return failure{err}
		}
		src.progress.stop()
		tally(cmd, *out, saved, began)
		return nil
	}
	return cmd
}

func tally(cmd *cobra.Command, out string, saved site.Saved, began time.Time) {
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d written, %d unchanged, %d removed in %d ms\n", out,
		saved.Written, saved.Unchanged, saved.Removed, time.Since(began).Milliseconds())
}

func checkBaseURL(base string) error {
	if base == "" {
		return nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return fmt.Errorf("--base-url %q is not a web address such as https://example.org/sub/", base)
	}
	if u.RawQuery != "" || u.Fragment != "" || u.User != nil || u.ForceQuery {
		return fmt.Errorf("--base-url %q holds more than the address of a folder", u.Redacted())
	}
	return nil
}
