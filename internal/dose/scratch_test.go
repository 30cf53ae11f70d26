package dose
import ("testing";"fmt";"os";"strings";"bufio")
func TestScratch(t *testing.T){
 f,_:=os.Open("/tmp/in.txt"); sc:=bufio.NewScanner(f)
 for sc.Scan(){ s:=sc.Text()
  s=strings.ReplaceAll(s,"\\n","\n")
  if i:=strings.Index(s,"::"); i>0 { c,err:=ParseField(Field(s[:i]),s[i+2:]); if err!=nil { e:=err.(*Error); fmt.Printf("%-40s %s %-18s [%d,%d] %s  => %q\n",s,e.Code,e.Name,e.Start,e.End,e.Message,e.Hint)} else {fmt.Printf("%-40s OK %s\n",s,c)}; continue }
  d,err:=Parse(s)
  if err!=nil { e:=err.(*Error); fmt.Printf("%-40s %s %-18s [%d,%d] %s  => %q\n",s,e.Code,e.Name,e.Start,e.End,e.Message,e.Hint)} else {
   again,err2:=Parse(d.String()); rt:=""
   if err2!=nil||!again.Equal(d) { rt=" !!!ROUNDTRIP" }
   fmt.Printf("%-40s OK %s%s  -- %s\n",s,d,rt,d.Words())}
 }
}
