package main
import ("testing";"time";"strings")
func TestZZ(t *testing.T) {
	prove(t, scenario{"x", func(t *testing.T, p *proof) {
		before(t, p.tab, storageGone)
		onPhone(t, p.tab, p.host.url()+strings.TrimPrefix(sessionA, "/"))
		evaluate[bool](t, p.tab, `(document.querySelector("session-log:not([data-wanted]) [data-action=open]")?.click(), true)`)
		time.Sleep(4*time.Second)
		t.Log(evaluate[string](t, p.tab, `wrong.join() + document.querySelector("#log").outerHTML.slice(0,600)`), p.ear.take())
	}})
}
