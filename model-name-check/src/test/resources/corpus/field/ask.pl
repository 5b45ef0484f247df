my $model = $ENV{OPENAI_MODEL} // '⟦gpt-4o-mini⟧';
my %price = ('⟦gpt-4⟧' => 30, '⟦claude-3-opus⟧' => 15, '⟦gemini-1.0-pro⟧' => 0.5);
my $chat = OpenAPI::Client::OpenAI->new; # default engine ⟦davinci-002⟧
$ua->post($url, json => { model => '⟦babbage-002⟧', prompt => $p });
my ($o1, $o3) = @_;
my $phi = atan2($y, $x);
my $llama = Zoo::Llama->new;
use Nova::Client; use Gemini::Protocol; # gemini:// is a small web
print "mistral blows\n" if $wind eq 'mistral';
my $opus = "BWV 1007";
my $falcon = 'f-16 fighting falcon';
