package diag

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Fingerprints gives each finding, in the list's order, 32 hexadecimal digits by
// which a later run knows it again. They depend on code, path, the words at the
// span and its place among its equals, never on line numbers or line ends.
func Fingerprints(list List) []string {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &list[a], &list[b]
		return cmp.Or(cmp.Compare(x.At.Start, y.At.Start), cmp.Compare(x.Message, y.Message))
	})
	prints := make([]string, len(list))
	seen := map[string]int{}
	for _, i := range order {
		d := &list[i]
		words := strings.ReplaceAll(d.At.Text(), "\r\n", "\n")
		key := fmt.Sprintf("%q %q %q", d.Code, d.At.Path(), words)
		prints[i] = fingerprint(fmt.Sprintf("%s %d", key, seen[key]))
		seen[key]++
	}
	return prints
}

func fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}
