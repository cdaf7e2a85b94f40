// load program supplied with the project's benchmarks, unchanged
import java.io.*; import java.net.*; import java.nio.charset.StandardCharsets; import java.nio.file.*; import java.security.*; import java.time.*; import java.util.*;
import java.util.concurrent.*; import java.util.concurrent.atomic.*; import javax.net.ssl.*;

/** 1..P producers -> server -> N consumers fan-out bench. All in one JVM so System.nanoTime is a shared clock.
 *  java CotBench.java port=8999 proto=xml|pb|raw|nats|mqtt tls=none|ks=client.p12 ts=trust.p12 n=10 p=1 rate=0 secs=10 warm=3 pid=1234 tracks=200 size=600 */
public class CotBench {
  static Map<String,String> A=new HashMap<>();
  static String a(String k,String d){return A.getOrDefault(k,d);} static int ai(String k,int d){return Integer.parseInt(a(k,""+d));}
  static final byte[] MARK="ts:".getBytes();
  static final LongAdder received=new LongAdder(), OOO=new LongAdder(); static volatile boolean measuring=false, stop=false, pstop=false; static volatile long measStart=Long.MAX_VALUE;
  static final long[][] hist=new long[64][]; // per consumer hist
  static final class Hist{ final long[] b=new long[64*32]; long n,max; void add(long v){ if(v<1)v=1; int e=63-Long.numberOfLeadingZeros(v); int m= e<5?0:(int)((v>>>(e-5))&31); b[e*32+m]++; n++; if(v>max)max=v;} 
    static double q(Hist[] hs,double q){ long n=0; for(Hist h:hs) if(h!=null) n+=h.n; long t=(long)Math.ceil(n*q), c=0; for(int i=0;i<64*32;i++){ for(Hist h:hs) if(h!=null) c+=h.b[i]; if(c>=t&&c>0){int e=i/32,m=i%32; return e<5?(1L<<e):(1L<<e)+((long)m<<(e-5))+(1L<<(e-6>0?e-6:0));}} return 0;} }
  static SSLSocketFactory sf;
  static Socket open() throws Exception{ Socket s; if(sf==null){ s=new Socket(); s.setTcpNoDelay(true); s.connect(new InetSocketAddress(a("host","127.0.0.1"),ai("port",8999)),5000);} else { s=sf.createSocket(a("host","127.0.0.1"),ai("port",8089)); s.setTcpNoDelay(true); ((SSLSocket)s).startHandshake(); } s.setReceiveBufferSize(1<<20); return s; }
  static String now(long d){ return Instant.ofEpochMilli(System.currentTimeMillis()+d).toString(); }
  static final String TS="0000000000000000000";
  static String detail(int i,int pad){ return "<takv os=\"29\" version=\"4.8.1\" device=\"PANASONIC FZ-N1\" platform=\"ATAK-CIV\"/><contact endpoint=\"*:-1:stcp\" callsign=\"BENCH"+i+"\"/><uid Droid=\"BENCH"+i+"\"/><precisionlocation altsrc=\"GPS\" geopointsrc=\"GPS\"/><__group role=\"Team Member\" name=\"Cyan\"/><status battery=\"88\"/><track course=\"82.5\" speed=\"1.25\"/><remarks>ts:"+TS+"."+"x".repeat(pad)+"</remarks>"; }
  static byte[] xml(String uid,String type,String det){ return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><event version=\"2.0\" uid=\""+uid+"\" type=\""+type+"\" how=\"m-g\" time=\""+now(0)+"\" start=\""+now(0)+"\" stale=\""+now(3600000)+"\"><point lat=\"50.9"+(10000+uid.hashCode()%999)+"\" lon=\"1.8123\" hae=\"12.5\" ce=\"9.0\" le=\"9999999.0\"/><detail>"+det+"</detail></event>").getBytes(); }
  static void vint(ByteArrayOutputStream o,long v){ while((v&~0x7fL)!=0){o.write((int)(v&0x7f)|0x80); v>>>=7;} o.write((int)v); }
  static void str(ByteArrayOutputStream o,int f,byte[] s){ vint(o,(f<<3)|2); vint(o,s.length); o.writeBytes(s);} static void lng(ByteArrayOutputStream o,int f,long v){ vint(o,(f<<3)); vint(o,v);} 
  static void dbl(ByteArrayOutputStream o,int f,double d){ vint(o,(f<<3)|1); long b=Double.doubleToLongBits(d); for(int i=0;i<8;i++) o.write((int)(b>>>(8*i))); }
  static byte[] pb(String uid,String type,String det){ long t=System.currentTimeMillis(); var e=new ByteArrayOutputStream(); str(e,1,type.getBytes()); str(e,5,uid.getBytes()); lng(e,6,t); lng(e,7,t); lng(e,8,t+3600000); str(e,9,"m-g".getBytes()); dbl(e,10,50.91+(uid.hashCode()%999)/1e5); dbl(e,11,1.8123); dbl(e,12,12.5); dbl(e,13,9); dbl(e,14,9999999); 
    var d=new ByteArrayOutputStream(); str(d,1,det.getBytes()); str(e,15,d.toByteArray()); var m=new ByteArrayOutputStream(); str(m,2,e.toByteArray()); var f=new ByteArrayOutputStream(); f.write(0xbf); vint(f,m.size()); f.writeBytes(m.toByteArray()); return f.toByteArray(); }
  static int find(byte[] b,int from,int to,byte[] p){ outer: for(int i=from;i<=to-p.length;i++){ if(b[i]!=p[0])continue; for(int j=1;j<p.length;j++) if(b[i+j]!=p[j]) continue outer; return i;} return -1; }
  static void until(InputStream in,String w) throws IOException{ byte[] buf=new byte[65536]; int n=0; while(true){ int r=in.read(buf,n,buf.length-n); if(r<0) throw new EOFException("waiting "+w+" got "+new String(buf,0,n)); n+=r; if(find(buf,0,n,w.getBytes())>=0) return; if(n>60000)n=0; } }
  static void negotiate(Socket s,String uid) throws Exception{ var o=s.getOutputStream(); var in=s.getInputStream(); switch(a("proto","xml")){
    case "pb" -> { if(ai("safirst",0)==1){o.write(xml(uid,"a-f-G-U-C","<contact callsign=\""+uid+"\" endpoint=\"*:-1:stcp\"/>"));o.flush();} until(in,"TakProtocolSupport"); Thread.sleep(50); o.write(xml(uid,"t-x-takp-q","<TakControl><TakRequest version=\"1\"/></TakControl>")); o.flush(); until(in,"TakResponse"); Thread.sleep(100); }
    case "nats" -> { until(in,"INFO"); o.write("CONNECT {\"verbose\":false,\"pedantic\":false,\"tls_required\":false,\"name\":\"b\",\"echo\":false}\r\n".getBytes()); o.flush(); }
    case "mqtt" -> { var v=new ByteArrayOutputStream(); v.write(new byte[]{0,4,'M','Q','T','T',4,2,0,0}); v.write(0); v.write(uid.length()); v.writeBytes(uid.getBytes()); var f=new ByteArrayOutputStream(); f.write(0x10); vint(f,v.size()); f.writeBytes(v.toByteArray()); o.write(f.toByteArray()); o.flush(); in.readNBytes(4); }
    default -> {} } }
  static void subscribe(Socket s,String uid) throws Exception{ var o=s.getOutputStream(); switch(a("proto","xml")){
    case "pb" -> o.write(pb(uid,"a-f-G-U-C","<contact callsign=\""+uid+"\" endpoint=\"*:-1:stcp\"/>")); 
    case "xml","raw" -> o.write(xml(uid,"a-f-G-U-C","<takv os=\"29\" version=\"4.8.1\" device=\"x\" platform=\"ATAK-CIV\"/><contact callsign=\""+uid+"\" endpoint=\"*:-1:stcp\"/><__group role=\"Team Member\" name=\"Cyan\"/>"));
    case "nats" -> o.write("SUB cot 1\r\nPING\r\n".getBytes());
    case "mqtt" -> o.write(new byte[]{(byte)0x82,8,0,1,0,3,'c','o','t',0});
    } o.flush(); }
  static long[] cpu(int pid){ try{ String st=Files.readString(Path.of("/proc/"+pid+"/stat")); String[] f=st.substring(st.lastIndexOf(')')+2).split(" "); return new long[]{Long.parseLong(f[11])+Long.parseLong(f[12])}; }catch(Exception e){return new long[]{0};} }
  static long rss(int pid){ try{ for(String l:Files.readAllLines(Path.of("/proc/"+pid+"/status"))) if(l.startsWith("VmRSS")) return Long.parseLong(l.replaceAll("\\D",""))/1024; }catch(Exception e){} return 0; }
  static long cpuPids(){ long c=0; if(a("pid","").isEmpty()) return 0; for(String p:a("pid","").split(",")) c+=cpu(Integer.parseInt(p))[0]; return c; }
  public static void main(String[] x) throws Exception{
    for(String s:x){int i=s.indexOf('='); A.put(s.substring(0,i),s.substring(i+1));}
    if(!a("ks","").isEmpty()){ char[] pw=a("pw","atakatak").toCharArray(); KeyStore k=KeyStore.getInstance("PKCS12"); try(var in=new FileInputStream(a("ks",""))){k.load(in,pw);} var km=KeyManagerFactory.getInstance("SunX509"); km.init(k,pw);
      TrustManager[] tm={new X509TrustManager(){public void checkClientTrusted(java.security.cert.X509Certificate[] c,String s){} public void checkServerTrusted(java.security.cert.X509Certificate[] c,String s){} public java.security.cert.X509Certificate[] getAcceptedIssuers(){return new java.security.cert.X509Certificate[0];}}};
      var c=SSLContext.getInstance(a("tlsv","TLSv1.3")); c.init(km.getKeyManagers(),tm,null); sf=c.getSocketFactory(); }
    int N=ai("n",10),P=ai("p",1),secs=ai("secs",10),warm=ai("warm",3); double rate=Double.parseDouble(a("rate","0")); int tracks=ai("tracks",200); String proto=a("proto","xml");
    // templates
    int target=ai("size",600); byte[][] msg=new byte[tracks][]; int[] off=new int[tracks];
    for(int i=0;i<tracks;i++){ String uid=String.format("BENCH-%04d-%04x",i,i*7919&0xffff); String ty=i%4==0?"a-f-G-U-C":i%4==1?"a-n-G":i%4==2?"a-u-G":"b-m-p-s-m"; int pad=0; byte[] m=null; for(int k=0;k<2;k++){ String d=detail(i,pad); m=proto.equals("pb")?pb(uid,ty,d):xml(uid,ty,d); pad=Math.max(0,pad+target-m.length);} 
      byte[] body=m; if(proto.equals("nats")){ var o=new ByteArrayOutputStream(); o.writeBytes(("PUB cot "+body.length+"\r\n").getBytes()); o.writeBytes(body); o.writeBytes("\r\n".getBytes()); m=o.toByteArray(); }
      if(proto.equals("mqtt")){ var o=new ByteArrayOutputStream(); o.write(0x30); vint(o,body.length+5); o.write(0);o.write(3);o.writeBytes("cot".getBytes()); o.writeBytes(body); m=o.toByteArray(); }
      msg[i]=m; off[i]=find(m,0,m.length,MARK)+3; if(i==0) System.err.println("msg bytes on wire: "+m.length+" body "+body.length); }
    Hist[] hs=new Hist[N]; Thread[] ct=new Thread[N]; AtomicInteger dead=new AtomicInteger(); CountDownLatch ready=new CountDownLatch(N); LongAdder bytes=new LongAdder();
    for(int ci=0;ci<N;ci++){ int c=ci; hs[c]=new Hist(); ct[c]=new Thread(()->{ try{ Socket s=open(); String uid="CONS-"+c; negotiate(s,uid); subscribe(s,uid); ready.countDown(); InputStream in=s.getInputStream(); byte[] b=new byte[1<<17]; int n=0; Hist h=hs[c]; long lastTs=0; boolean inM=false; long slow=Long.parseLong(c==0?a("slow0","0"):"0");
        while(!stop){ int r=in.read(b,n,b.length-n); if(r<0) break; if(measuring) bytes.add(r); n+=r; int p=0; long cnt=0; while(true){ int i=find(b,p,n,MARK); if(i<0||i+3+19>n){ if(i<0) i=Math.max(p,n-2); System.arraycopy(b,i,b,0,n-i); n-=i; break; } long ts=0; boolean ok=true; for(int j=i+3;j<i+22;j++){ int dgt=b[j]-'0'; if(dgt<0||dgt>9){ok=false;break;} ts=ts*10+dgt; } if(ok&&ts>0&&(ts>=measStart||ai("drain",0)==0)){ cnt++; if(measuring){ if(!inM){inM=true;lastTs=0;} if(ts<lastTs) OOO.increment(); else lastTs=ts; } if(measuring) h.add((System.nanoTime()-T0-ts)/1000); } p=i+3; } if(measuring&&cnt>0) received.add(cnt); if(slow>0) Thread.sleep(slow); }
      }catch(Exception e){ if(!stop){ System.err.println("consumer "+c+" "+e); } } dead.incrementAndGet(); ready.countDown(); }); ct[c].setDaemon(true); ct[c].start(); if(ci%20==19) Thread.sleep(100); }
    ready.await(30,TimeUnit.SECONDS); Thread.sleep(1500);
    AtomicLong sent=new AtomicLong(); AtomicLong sentAll=new AtomicLong(); AtomicInteger pdead=new AtomicInteger();
    for(int pi=0;pi<P;pi++){ int pp=pi; Thread t=new Thread(()->{ try{ Socket s=open(); negotiate(s,"PROD-"+pp); if(!proto.equals("nats")&&!proto.equals("mqtt")) subscribe(s,"PROD-"+pp); Thread dr=new Thread(()->{try{InputStream in=s.getInputStream(); byte[] b=new byte[65536]; while(in.read(b)>=0);}catch(IOException e){}}); dr.setDaemon(true); dr.start();
        OutputStream o=s.getOutputStream(); byte[] out=new byte[1<<16]; int ol=0; long start=System.nanoTime(); long k=0; double r=rate/P; int batch=ai("batch",16);
        while(!stop&&!pstop){ long due; if(r<=0) due=k+batch; else { due=(long)((System.nanoTime()-start)*r/1e9); if(due<=k){ java.util.concurrent.locks.LockSupport.parkNanos(Math.max(50_000L,(long)(0.5e9/r))); continue; } if(due>k+2000) {due=k+2000;} }
          int c=0, cm=0; for(;k<due;k++){ int i=(int)((k*P+pp)%tracks); byte[] m=msg[i]; if(ol+m.length>out.length){ o.write(out,0,ol); ol=0; } System.arraycopy(m,0,out,ol,m.length); long ts=System.nanoTime()-T0; if(ts>=measStart) cm++; int q=ol+off[i]; for(int j=18;j>=0;j--){ out[q+j]=(byte)('0'+ts%10); ts/=10; } ol+=m.length; c++; }
          o.write(out,0,ol); o.flush(); ol=0; if(ai("drain",0)==0){ if(measuring) sent.addAndGet(c); } else sent.addAndGet(cm); }
      }catch(Exception e){ if(!stop) System.err.println("producer "+e); pdead.incrementAndGet(); } }); t.setDaemon(true); t.start(); }
    Thread.sleep(warm*1000L); long c0=cpuPids(); int me=(int)ProcessHandle.current().pid(); long m0=cpu(me)[0]; long t0=System.nanoTime(); measuring=true; measStart=System.nanoTime()-T0; Thread.sleep(secs*1000L); if(ai("drain",0)>0){ pstop=true; Thread.sleep(ai("drain",0)*1000L);}  measuring=false; int deadNow=dead.get(); double dt=(System.nanoTime()-t0)/1e9; long c1=cpuPids(), m1=cpu(me)[0]; stop=true;
    long rcv=received.sum(); double in=sent.get()/dt, out=rcv/dt; double per=N>0?out/N:0;
    System.out.printf(Locale.ROOT,"proto=%s tls=%s n=%d p=%d rate=%s size=%d | in=%.0f/s out=%.0f/s per_consumer=%.0f/s delivered=%.2f%% MB/s_out=%.1f | lat_us p50=%.0f p90=%.0f p99=%.0f p99.9=%.0f max=%d | srv_cpu=%.0f%% bench_cpu=%.0f%% rssMB=%d dead=%d ooo=%.2f%% deliv/cpu_s=%.0f%n",proto,sf==null?"none":a("tlsv","TLSv1.3"),N,P,a("rate","0"),msg[0].length,in,out,per,100.0*rcv/Math.max(1.0,(double)sent.get()*N),bytes.sum()/dt/1e6,Hist.q(hs,.5),Hist.q(hs,.9),Hist.q(hs,.99),Hist.q(hs,.999),Arrays.stream(hs).mapToLong(h->h.max).max().orElse(0),(c1-c0)/dt,(m1-m0)/dt,a("pid","").isEmpty()?0:rss(Integer.parseInt(a("pid","").split(",")[0])),deadNow,100.0*OOO.sum()/Math.max(1,rcv),rcv/Math.max(0.01,(c1-c0)/100.0));
    System.exit(0);
  }
  static final long T0=System.nanoTime()-1_000_000_000L;
}
