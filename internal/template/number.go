package template

import (
	"strconv"
	"sync/atomic"
)

// numbers writes numbers as the site's language does. It remembers small whole ones,
// which are nearly all there are.
type numbers struct {
	write func(float64) string
	small [256]atomic.Pointer[string]
}

func (n *numbers) word(v float64) string {
	i := int(v)
	if i < 0 || i >= len(n.small) || float64(i) != v {
		return n.write(v)
	}
	if known := n.small[i].Load(); known != nil {
		return *known
	}
	word := n.write(v)
	n.small[i].Store(&word)
	return word
}

func english(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
