#include <fmt/format.h>
#include <cstdlib>
#include <ctime>
#include <algorithm>
#include <cmath>
#include "volteface/posterior.h"
using namespace volteface;
int main(int argc,char**argv){
  Record record=embedded_record(); auto rc=select_roll_calls(record,{});
  PosteriorOptions o; o.chains=argc>1?atoi(argv[1]):2; o.iterations=argc>2?atoi(argv[2]):300; o.burn_in=argc>3?atoi(argv[3]):100;
  double t0=std::clock()/1e6;
  Posterior p=sample_posterior(record,rc,o);
  double t1=std::clock()/1e6;
  auto&c=p.convergence;
  fmt::print("cpu {:.1f} draws {} rhat med {:.3f} q95 {:.3f} max {:.3f} ess med {:.0f} q05 {:.0f} min {:.0f} acc states {:.3f} items {:.3f} periods {:.3f} blocs {:.3f}\n",t1-t0,c.draws,c.rhat_median,c.rhat_q95,c.rhat_max,c.effective_median,c.effective_q05,c.effective_min,p.accepted.states,p.accepted.items,p.accepted.periods,p.accepted.blocs);
  for(auto&s:p.steps) fmt::print("{} {:.4f}  ",s.sd,s.weight); fmt::print("\n");
  for(auto&s:p.start.steps) fmt::print("{} {:.4f}  ",s.sd,s.weight); fmt::print("\n");
  std::vector<size_t> ix(p.points.size()); for(size_t i=0;i<ix.size();++i)ix[i]=i;
  std::sort(ix.begin(),ix.end(),[&](size_t a,size_t b){return p.points[a].rhat>p.points[b].rhat;});
  double r=0,sx=0,sy=0,sxx=0,syy=0,sxy=0,lr=0; double n=ix.size();
  for(size_t i=0;i<ix.size();++i){double x=p.start.points[i].mean,y=p.points[i].point.mean; sx+=x;sy+=y;sxx+=x*x;syy+=y*y;sxy+=x*y; lr+=std::log(p.points[i].point.sd/p.start.points[i].sd);}
  r=(sxy-sx*sy/n)/std::sqrt((sxx-sx*sx/n)*(syy-sy*sy/n));
  fmt::print("r {:.5f} sd ratio {:.3f}\n",r,std::exp(lr/n));
  for(int k=0;k<25;++k){auto&q=p.points[ix[k]];auto&e=p.start.points[ix[k]];fmt::print("{} {} n {} mean {:.3f} sd {:.3f} (ep {:.3f} {:.3f}) rhat {:.3f} ess {:.0f}\n",record.states[q.point.state].code,q.point.period,q.point.n,q.point.mean,q.point.sd,e.mean,e.sd,q.rhat,q.effective);}

  if(argc>4){ FILE*f=fopen(argv[4],"w"); struct W{const char*c;int t;}; std::vector<W> w={{"CSK",10},{"SUN",10},{"SUN",30},{"POL",33},{"CUB",33},{"USA",10},{"USA",45},{"USA",80},{"ISR",60},{"IND",20},{"ZAF",20},{"ARG",79},{"FRA",40},{"GBR",65},{"PRK",70}};
   for(int c=0;c<p.chains;++c)for(int d=0;d<p.draws_per_chain;++d){auto dr=p.draw(c,d);fprintf(f,"%d",d);for(auto&x:w){auto i=p.start.find_point(record.state(x.c),x.t);fprintf(f," %.4f",i?dr[*i]:0);}
     // period moments at several sessions
     for(int t:{5,10,20,30,40,60,78}){double n=0,m=0,q=0,k3=0;for(size_t i=0;i<dr.size();++i)if(p.points[i].point.period==t){n++;m+=dr[i];}m/=n;for(size_t i=0;i<dr.size();++i)if(p.points[i].point.period==t){double e=dr[i]-m;q+=e*e;}q=sqrt(q/n);for(size_t i=0;i<dr.size();++i)if(p.points[i].point.period==t){double e=(dr[i]-m)/q;k3+=e*e*e/n;}fprintf(f," %.4f %.4f %.4f",m,q,k3);}
     fprintf(f,"\n");}
   fclose(f);}
}
