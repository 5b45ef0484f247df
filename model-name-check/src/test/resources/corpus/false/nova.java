// OpenStack nova: nova-api, nova-compute, nova-scheduler, nova-conductor
class Nova {
  int nova = 5; int nova2 = nova + 2; String NOVA = "nova";
  Car car = new Car("Chevrolet", "Nova"); // make and model
  Object o = Map.of("make", "Chevrolet", "model", "Nova", "year", 1972);
  String voice = "nova"; String ticket = "NOVA-17";
  void supernova() { log.info("nova light curve, type Ia"); }
  Terminal t = new Terminal("Nova Lite theme");
}
