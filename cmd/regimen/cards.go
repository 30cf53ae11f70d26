package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"regimen/internal/browser"
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/site"
)

func cardsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cards [PROGRAMME…]",
		Short: "Write the printed sheets as PDF files",
		Long: `cards writes the printed sheets of programmes as PDF files, with the Chromium or
Chrome that is installed here (CHROMIUM may hold its path). Without PROGRAMME it takes
all that are published, unlisted or private; a private programme is never on the site.
Equal content gives equal files; SOURCE_DATE_EPOCH sets the date that they carry.`,
	}
	folder := contentFlag(cmd)
	sheets := cmd.Flags().StringSlice("sheet", []string{site.SessionSheet}, "which sheets: "+strings.Join(allSheets(), ", "))
	paper := cmd.Flags().String("paper", browser.Papers()[0], strings.Join(browser.Papers(), " or "))
	out := cmd.Flags().String("out", "cards", "the folder to write")
	cmd.RunE = func(cmd *cobra.Command, programmes []string) error {
		for _, sheet := range *sheets {
			if err := oneOf("sheet", sheet, allSheets()); err != nil {
				return err
			}
		}
		if err := oneOf("paper", *paper, browser.Papers()); err != nil {
			return err
		}
		date, err := sheetDate()
		if err != nil {
			return err
		}
		chromium, err := browser.Find(os.Getenv("CHROMIUM"))
		if err != nil {
			return failure{err}
		}
		built, lib, err := onPaper(cmd, *folder)
		if err != nil {
			return err
		}
		cards, err := chooseCards(lib, programmes, *sheets, *out)
		if err != nil {
			return err
		}
		return printCards(cmd, press{built, lib, chromium, *paper, date}, cards)
	}
	return cmd
}

func allSheets() []string { return append([]string{site.SessionSheet}, regimen.Words("sheet")...) }

// oneOf asks that a flag has one of some values.
func oneOf(flag, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	err := fmt.Errorf("--%s %q is not one of %s", flag, value, strings.Join(allowed, ", "))
	if near := diag.Nearest(value, allowed); len(near) > 0 {
		err = fmt.Errorf("%w: did you mean %s?", err, near[0])
	}
	return err
}

// sheetDate is the moment that the files carry, whenever they are made.
func sheetDate() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH=%q is not a number of seconds", text)
	}
	return time.Unix(seconds, 0), nil
}

// onPaper compiles the site with what is only for paper.
func onPaper(cmd *cobra.Command, folder string) (*site.Output, *regimen.Library, error) {
	src, err := openSource(cmd, folder)
	if err != nil {
		return nil, nil, err
	}
	defer src.close()
	began := time.Now()
	options := src.options("")
	options.Paper = true
	built, lib, found, err := compile(src, options)
	if err != nil {
		return nil, nil, failure{err}
	}
	if built == nil {
		if err := tell(cmd, lib, found, began); err != nil {
			return nil, nil, err
		}
		fmt.Fprintln(cmd.ErrOrStderr(), "nothing was printed")
		return nil, nil, errFound
	}
	return built, lib, nil
}

// card is one file to write and the page that it is printed from.
type card struct {
	file, page string
	own        bool // the page sets the size of its paper
}

// chooseCards lists the files of some programmes, or of all.
func chooseCards(lib *regimen.Library, programmes, sheets []string, folder string) ([]card, error) {
	known := map[string]*regimen.Programme{}
	var ids []string
	for _, p := range lib.Programmes {
		if p.Built() || p.Status == regimen.StatusPrivate {
			known[p.ID] = p
			ids = append(ids, p.ID)
		}
	}
	if len(programmes) == 0 {
		programmes = ids
	}
	var cards []card
	from := map[string]string{}
	for _, id := range programmes {
		p := known[id]
		if p == nil {
			return nil, noProgramme(id, ids)
		}
		for _, c := range cardsOf(p, sheets, folder) {
			if other, taken := from[c.file]; taken && other != c.page {
				return nil, fmt.Errorf("%s would be made from %s and from %s: name one programme at a time", c.file, other, c.page)
			} else if !taken {
				cards = append(cards, c)
			}
			from[c.file] = c.page
		}
	}
	if len(cards) == 0 {
		return nil, fmt.Errorf("there is nothing to print")
	}
	return cards, nil
}

func noProgramme(id string, ids []string) error {
	if near := diag.Nearest(id, ids); len(near) > 0 {
		return fmt.Errorf("there is no programme %s to print: did you mean %s?", id, near[0])
	}
	return fmt.Errorf("there is no programme %s to print; there are %s", id, strings.Join(ids, ", "))
}

func cardsOf(p *regimen.Programme, kinds []string, folder string) []card {
	var out []card
	for _, kind := range kinds {
		for _, sheet := range site.SheetsOf(p, kind) {
			out = append(out, card{filepath.Join(folder, p.ID+"-"+sheet.Name+".pdf"), sheet.Page, kind == "a5"})
		}
	}
	return out
}
