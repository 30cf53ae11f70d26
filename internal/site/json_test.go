package site

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// Texts and numbers come out as encoding/json writes them, and so can end no script.
func TestObject(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type plain struct {
			Text  string   `json:"text"`
			None  string   `json:"none,omitempty"`
			Count int      `json:"count"`
			Float float64  `json:"float"`
			Null  *float64 `json:"null"`
			Zero  int      `json:"zero,omitempty"`
			Empty float64  `json:"empty,omitempty"`
			So    bool     `json:"so,omitempty"`
			Not   bool     `json:"not"`
			Lack  []string `json:"lack,omitempty"`
			List  []string `json:"list"`
			Ends  ends     `json:"ends"`
		}
		words := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("a</>&\\\"\u2028\u2029\ufffd\u00e9\x01\x7f"))),
			rapid.SampledFrom([]string{"a\xff", "×\xe2\x80"}))
		v := plain{
			Text: words.Draw(t, "text"), None: words.Draw(t, "none"), Count: rapid.Int().Draw(t, "count"), Float: rapid.Float64().Draw(t, "float"),
			Zero: rapid.IntRange(-1, 1).Draw(t, "zero"), Empty: float64(rapid.IntRange(-1, 1).Draw(t, "empty")), Not: rapid.Bool().Draw(t, "not"),
			Lack: rapid.SliceOf(words).Draw(t, "lack"), So: rapid.Bool().Draw(t, "so"), List: rapid.SliceOf(words).Draw(t, "list"), Ends: ends{rapid.Int().Draw(t, "low"), 3},
		}
		o := objectIn(nil)
		o.string("text", v.Text)
		o.given("none", v.None)
		o.int("count", v.Count)
		o.float("float", v.Float)
		o.floatOrNull("null", v.Null)
		o.count("zero", v.Zero)
		o.amount("empty", v.Empty)
		o.yes("so", v.So)
		o.bool("not", v.Not)
		givenList(&o, "lack", v.Lack, appendString)
		o.key("list")
		o.text = appendList(o.text, v.List, appendString)
		o.key("ends")
		o.text = appendEnds(o.text, v.Ends)
		want, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(o.end()); got != string(want) {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	})
}
