package site

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// object appends a JSON object to a text, byte for byte as encoding/json would, but
// asks nothing of reflect: thousands of session pages carry one.
type object struct {
	text  []byte
	begun bool
}

func objectIn(text []byte) object { return object{text: append(text, '{')} }

func (o *object) end() []byte { return append(o.text, '}') }

// key begins a value, which is then appended to the text.
func (o *object) key(name string) {
	if o.begun {
		o.text = append(o.text, ',')
	}
	o.begun = true
	o.text = append(append(append(o.text, '"'), name...), `":`...)
}

// object appends an object.
func (o *object) object(name string, fill func(in *object)) {
	o.key(name)
	in := objectIn(o.text)
	fill(&in)
	o.text = in.end()
}

// value appends what encoding/json makes of a value.
func (o *object) value(name string, v any) error {
	text, err := json.Marshal(v)
	o.key(name)
	o.text = append(o.text, text...)
	return err
}

func (o *object) string(name, s string) {
	o.key(name)
	o.text = appendString(o.text, s)
}

// given appends a text that is not empty.
func (o *object) given(name, s string) {
	if s != "" {
		o.string(name, s)
	}
}

// count appends a number that is not 0.
func (o *object) count(name string, n int) {
	if n != 0 {
		o.int(name, n)
	}
}

func (o *object) int(name string, n int) {
	o.key(name)
	o.text = appendInt(o.text, n)
}

func (o *object) float(name string, v float64) {
	o.key(name)
	o.text = appendFloat(o.text, v)
}

// amount appends a number that is not 0.
func (o *object) amount(name string, v float64) {
	if v != 0 {
		o.float(name, v)
	}
}

// floatOrNull appends null for nothing.
func (o *object) floatOrNull(name string, v *float64) {
	if v == nil {
		o.null(name)
	} else {
		o.float(name, *v)
	}
}

// yes appends what is so, and nothing else.
func (o *object) yes(name string, so bool) {
	if so {
		o.bool(name, true)
	}
}

func (o *object) bool(name string, so bool) {
	o.key(name)
	o.text = strconv.AppendBool(o.text, so)
}

func (o *object) null(name string) {
	o.key(name)
	o.text = append(o.text, "null"...)
}

// givenList appends a list that is not empty.
func givenList[T any](o *object, name string, list []T, add func([]byte, T) []byte) {
	if len(list) > 0 {
		o.key(name)
		o.text = appendList(o.text, list, add)
	}
}

// appendList appends a list of what add appends.
func appendList[T any](text []byte, list []T, add func([]byte, T) []byte) []byte {
	text = append(text, '[')
	for i, v := range list {
		if i > 0 {
			text = append(text, ',')
		}
		text = add(text, v)
	}
	return append(text, ']')
}

// plainJSON are the bytes of ASCII that stand for themselves in a text.
var plainJSON = func() (plain [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		plain[c] = !strings.ContainsRune(`"\<>&`, c)
	}
	return plain
}()

// appendString leaves to encoding/json what it would not write as it stands.
func appendString(text []byte, s string) []byte {
	for i := 0; i < len(s); {
		if plainJSON[s[i]] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < utf8.RuneSelf || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			quoted, _ := json.Marshal(s) // a string can always be written
			return append(text, quoted...)
		}
		i += size
	}
	return append(append(append(text, '"'), s...), '"')
}

func appendInt(text []byte, n int) []byte { return strconv.AppendInt(text, int64(n), 10) }

func appendFloat(text []byte, v float64) []byte {
	if a := math.Abs(v); v != 0 && (a < 1e-6 || a >= 1e21) {
		written, _ := json.Marshal(v) // amounts are finite
		return append(text, written...)
	}
	return strconv.AppendFloat(text, v, 'f', -1, 64)
}

func appendEnds(text []byte, e ends) []byte {
	return appendList(text, e[:], appendInt)
}
