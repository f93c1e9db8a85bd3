import { readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { readPackFiles } from "@redthread/cli";
import { buildCase } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { loadPack } from "@redthread/core/packs";
const root = process.cwd();
const set = process.argv[2] ?? "prose"; const typeRe = new RegExp(process.argv[3] ?? ".");
const [dir, gdir] = set==="dev" ? ["/work/shared/eval/dev","/work/shared/eval/gold/dev"] : [root+"/tests/prose", root+"/tests/prose/gold"];
const held = (id:string)=> parseInt(createHash("sha256").update(id).digest("hex").slice(0,2),16)%2===1;
const fold=(s:string)=>s.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();
const pack = loadPack(readPackFiles());
let miss=0, inv=0, both=0;
for (const f of readdirSync(gdir).sort()) { const id=f.replace(".json",""); if (set!=="dev" && held(id)) continue;
  const gold=JSON.parse(readFileSync(gdir+"/"+f,"utf8")); const path=dir+"/"+id+".txt"; const text=readFileSync(path,"utf8");
  const built=buildCase([{path:id+".txt",bytes:readFileSync(path)}],{pack});
  const nodes=new Map<string,any>(), rels:any[]=[];
  for (const l of graphLines(built.graph)) { const o=JSON.parse(l); if(o.type==="node") nodes.set(o.id,o); else rels.push(o); }
  const names=(n:any)=>[n.properties.name,...(n.properties.aliases??[])].filter(Boolean).map(fold);
  const gn=(name:string)=>{const e=gold.entities.find((x:any)=>[x.name,...(x.aliases??[])].map(fold).includes(fold(name))); return new Set([name,...(e?[e.name,...(e.aliases??[])]:[])].map(fold));};
  const hit=(set:Set<string>,n:any)=>names(n).some(x=>set.has(x));
  const out:string[]=[]; const used=new Set();
  for (const r of [...gold.relations,...(gold.ties??[])]) {
    const a=gn(r.from),b=gn(r.to);
    const found=rels.find(x=>x.label===r.type && ((hit(a,nodes.get(x.start.id))&&hit(b,nodes.get(x.end.id)))||(hit(b,nodes.get(x.start.id))&&hit(a,nodes.get(x.end.id)))));
    if(found){used.add(found);continue;} if(r.optional||!typeRe.test(r.type)) continue;
    miss++; const has=(s:Set<string>)=>[...nodes.values()].some(n=>hit(s,n));
    if(!(has(a)&&has(b))) continue; both++;
    const [s,e]=r.span??[0,0]; out.push(`  - (${r.from})-${r.type}->(${r.to})  "${text.slice(Math.max(0,s-40),e+40).replace(/\n/g," ")}"`);
  }
  for (const x of rels) { if(used.has(x)||!typeRe.test(x.label)) continue; if(!["TRAFFICS","OPERATES_IN","LEADS","ALLIED_WITH","RIVAL_OF","PROTECTS","ASSOCIATED_WITH","FAMILY_OF","SUPPLIES","OWNS","CARRIED","PART_OF","AFFILIATED_WITH","HOLDS_POSITION","COOPERATED_WITH","PRODUCED_IN","SMUGGLED_FROM","SMUGGLED_TO","SMUGGLED_VIA","EXTRADITED_TO"].includes(x.label)) continue; inv++;
    const c=built.claims?.find?.((c:any)=>(x.properties.claims??[]).includes(c.id)); out.push(`  + (${nodes.get(x.start.id).properties.name})-${x.label}->(${nodes.get(x.end.id).properties.name}) [${c?.rule ?? x.properties.rules ?? ""}] "${String(x.properties.quotes?.[0]??x.properties.quote??"").slice(0,230).replace(/\n/g," ")}"`); }
  if(out.length) console.log(id+"\n"+out.join("\n"));
}
console.log({miss,both,inv});
